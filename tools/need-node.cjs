// Runs on any Node: says in one sentence what to do when it was started with the wrong one.
if (Number(process.versions.node.split('.')[0]) < 24) {
  console.error(
    '请用 npm start / npm test / npm run … 启动（程序自带 Node 24）；不要直接用系统的 node。先执行 npm install。',
  )
  process.exitCode = 1
  process.exit()
}
