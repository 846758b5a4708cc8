// Without this, a run meant for PostgreSQL would quietly test the embedded engine once more.
if (!process.env.DATABASE_URL) {
  console.error(
    'Set DATABASE_URL to a PostgreSQL server on which databases may be created: postgresql://user:password@localhost:5432/postgres',
  );
  process.exit(1);
}
