// Recognizes the media type of JSON, however it is written.

const token = "[!#$%&'*+.^_`|~0-9A-Za-z-]+"
const quotedText = String.raw`"(?:[\t !#-\[\]-~\x80-\xff]|\\[\t -~\x80-\xff])*"`
const parameter = `${token}=(?:${token}|${quotedText})`
const json = new RegExp(`^application/json(?:[ \\t]*;[ \\t]*(?:${parameter})?)*[ \\t]*$`, 'i')

/**
 * Says whether a `Content-Type` means JSON: `application/json` in any case and with any parameters.
 * What is not written as a media type, such as `application/json;x`, means nothing.
 *
 * @see https://datatracker.ietf.org/doc/html/rfc9110#section-8.3.1
 */
export function isJsonMediaType(contentType: string | null): boolean {
  return contentType !== null && json.test(contentType)
}
