// The second page: sign in to the account at the brand.

import { html } from 'hono/html'
import type { Brand } from '../world/brands.ts'
import { attemptField, type ConnectPage, connectTop } from './connect-top.ts'
import { type Html, page } from './page.ts'

/**
 * Shows the sign-in form. The browser does not check the fields itself, so that screen readers
 * read out what the server says about a missing one.
 *
 * @param missing whether the email or the password was missing
 */
export function signInPage(
  given: ConnectPage,
  brand: Brand,
  email: string,
  missing: boolean,
): Promise<Response> {
  const { words, basePath, attemptId } = given
  const noEmail = missing && email === ''
  return page({
    ...given,
    status: missing ? 422 : 200,
    title: words.signInTitle(brand.name),
    top: connectTop(given, 2),
    content: html`<div class="brand"><span class="initial" aria-hidden="true">${brand.name.slice(0, 1)}</span>
<h1>${words.signInTitle(brand.name)}</h1></div>
<p class="lead" id="note">${words.signInNote}</p>
<form class="fields" method="post" action="${basePath}/connect/sign-in" novalidate>
${attemptField(attemptId)}
${missing && html`<p class="problem" role="alert" id="problem">${words.signInMissing}</p>`}
<label for="username">${words.email}</label>
<input id="username" name="email" type="email" dir="ltr" autocomplete="off" autocapitalize="none" spellcheck="false" required value="${email}"${describedBy(noEmail)}>
<label for="password">${words.password}</label>
<input id="password" name="password" type="password" dir="ltr" autocomplete="off" required${describedBy(missing && !noEmail)}>
<button class="main" id="sign-in-button" type="submit">${words.signIn}</button>
</form>
<p><a href="${basePath}/connect/brand?attempt=${encodeURIComponent(attemptId)}">${words.anotherBrand}</a></p>`,
  })
}

// The first field that is missing has the focus, so that a screen reader reads out the problem.
function describedBy(isMissing: boolean): Html {
  return isMissing
    ? html` aria-invalid="true" aria-describedby="problem note" autofocus`
    : html` aria-describedby="note"`
}
