// Loaded before the API (`node --import`): when the launcher is gone, however it ended, the API stops as on SIGTERM.
if (process.channel) {
  process.channel.unref();
  process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
}
