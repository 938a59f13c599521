// For tests: what is wrong with the form of a message that a developer reads.

const page = 'https://smartcar-connect.github.io/troubleshooting'

/**
 * Lists the faults of a message; an empty list is a good one.
 *
 * A message says what happened and why it matters, then what to do, and ends with the address of its
 * section. It shows no regular expression.
 */
export function messageFaults(message: string, section: string): string[] {
  const [text = '', address] = message.split(' See ')
  const sentences = text.split(/(?<=\.) (?=[A-Z])/)
  const faults: string[] = []
  if (address !== `${page}#${section}`) faults.push(`does not end with the address of ${section}`)
  if (sentences.length < 2) faults.push('does not say what to do')
  if (!/, (so|which|and) /.test(sentences[0] ?? '')) faults.push('does not say why it matters')
  if (!sentences.every(sentence => /^[\w`].{15,}\.$/.test(sentence))) faults.push('is no sentence')
  if (/[\\^|{}]|\[[^\]]*\]|\(\?|\.\*|\\[wds]/.test(text)) faults.push('shows a regular expression')
  return faults
}
