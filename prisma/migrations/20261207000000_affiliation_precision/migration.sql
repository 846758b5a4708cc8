-- How precisely the first and the last day of an affiliation are known. Of those that are stored already
-- nothing more is known than the day.
ALTER TABLE "affiliation"
  ADD COLUMN "start_precision" "DatePrecision" NOT NULL DEFAULT 'DAY',
  ADD COLUMN "end_precision" "DatePrecision" NOT NULL DEFAULT 'DAY';
