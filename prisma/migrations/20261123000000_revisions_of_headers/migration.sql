-- What a comparison asks of a document, as it was before a revision corrected it: a comparison of
-- an older revision goes by what the corpus said then.

-- CreateTable
CREATE TABLE "superseded_header" (
    "document_id" INTEGER NOT NULL,
    "until_revision" INTEGER NOT NULL,
    "kind" "DocumentKind" NOT NULL,
    "release" "Release" NOT NULL,
    "created_on" DATE,
    "authors" INTEGER[],

    CONSTRAINT "superseded_header_pkey" PRIMARY KEY ("document_id","until_revision")
);

-- CreateIndex
CREATE INDEX "superseded_header_until_revision_idx" ON "superseded_header"("until_revision");

-- CreateIndex
CREATE INDEX "document_since_revision_idx" ON "document"("since_revision");

-- CreateIndex
CREATE INDEX "position_since_revision_idx" ON "position"("since_revision");

-- CreateIndex
CREATE INDEX "position_until_revision_idx" ON "position"("until_revision");

-- AddForeignKey
ALTER TABLE "superseded_header" ADD CONSTRAINT "superseded_header_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "superseded_header" ADD CONSTRAINT "superseded_header_until_revision_fkey" FOREIGN KEY ("until_revision") REFERENCES "revision"("number") ON DELETE RESTRICT ON UPDATE CASCADE;
