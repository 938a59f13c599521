// What is not needed in the click itself: loaded as one file when a click comes near, or is over.
// These are leaves: they take data and give data, and import nothing that is loaded with the page.

export { listenHosted } from './answer/hosted-redirect.ts'
export { settleAnswer } from './answer/settle-answer.ts'
export { keepRecord } from './resume/keep-record.ts'
export { leave } from './resume/leave.ts'
export { resumeSession } from './resume/resume-session.ts'
export { createStartedSessions } from './server-session/started-sessions.ts'
