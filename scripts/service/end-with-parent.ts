// Loaded into each child process: ends it when its parent is gone, however the parent ended.

process.once('disconnect', () => process.exit())
process.channel?.unref()
