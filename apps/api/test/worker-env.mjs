const database = `${process.env.TEST_DATABASE_PREFIX}_${process.env.JEST_WORKER_ID}`;
if (process.env.TEST_DATABASE_URL) {
  process.env.DATABASE_URL = Object.assign(new URL(process.env.TEST_DATABASE_URL), { pathname: `/${database}` }).href;
}
process.env.TZ = "Asia/Shanghai";
