// The code that is loaded late: after the popup opened, on return to a page, or before a click with `session`.

// Its parts take data and give data, and import nothing that is loaded with the page.

export { listenHosted } from './answer/hosted-redirect.ts'
export { settleAnswer } from './answer/settle-answer.ts'
export { keepRecord } from './resume/keep-record.ts'
export { leave } from './resume/leave.ts'
export { resumeSession } from './resume/resume-session.ts'
export { createStartedSessions } from './server-session/started-sessions.ts'
