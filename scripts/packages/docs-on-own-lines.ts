// For builds: keeps the comments of members where editors find them.

/** What a build hands over of a file that it writes. */
type WrittenFile = { readonly type: string; code?: string }

/**
 * A plugin that puts each comment of a declaration file on a line of its own. The generator of these files
 * leaves it behind the member before, where TypeScript takes it for no comment of the next member.
 */
export function docsOnOwnLines(): {
  name: string
  generateBundle: {
    order: 'post'
    handler(options: unknown, files: Record<string, WrittenFile>): void
  }
} {
  return {
    name: 'docs-on-own-lines',
    generateBundle: {
      order: 'post',
      handler(_options, files) {
        for (const [name, file] of Object.entries(files)) {
          if (name.endsWith('.d.ts') && file.code !== undefined) file.code = separated(file.code)
        }
      },
    },
  }
}

/** The text with a line break in front of each comment that follows a member, and behind it. */
export function separated(declarations: string): string {
  return declarations
    .replace(/; (\/\*\*)/g, ';\n  $1')
    .replace(/(\*\/)(?=(?:readonly |[\w$'"[]))/g, '$1\n  ')
}
