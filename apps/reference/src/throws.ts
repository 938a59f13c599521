// What a function throws: its own `throw` statements, and those of the functions that it calls.

import ts from 'typescript'

/**
 * Finds the names of the errors that a top-level function throws before it returns. What it throws
 * later, in functions that it makes, is not its own; nor is what it catches.
 */
export function thrownBy(program: ts.Program, file: string, name: string): ReadonlySet<string> {
  const checker = program.getTypeChecker()
  const seen = new Set<ts.Node>()
  const thrown = new Set<string>()

  function read(node: ts.Node): void {
    if (ts.isFunctionLike(node)) return
    if (ts.isTryStatement(node) && node.catchClause !== undefined) {
      read(node.catchClause.block)
      if (node.finallyBlock !== undefined) read(node.finallyBlock)
      return
    }
    if (ts.isThrowStatement(node)) addThrown(checker.getTypeAtLocation(node.expression))
    if (ts.isCallExpression(node)) follow(checker.getResolvedSignature(node)?.declaration)
    ts.forEachChild(node, read)
  }

  /** What is caught and thrown again is known by nobody. */
  function addThrown(type: ts.Type): void {
    for (const part of type.isIntersection() ? type.types : [type]) {
      const errorName = part.getSymbol()?.name
      if (errorName?.endsWith('Error')) thrown.add(errorName)
    }
  }

  function follow(declaration: ts.Node | undefined): void {
    if (declaration === undefined || !isOurs(declaration) || seen.has(declaration)) return
    seen.add(declaration)
    const hasBody = ts.isFunctionDeclaration(declaration) || ts.isArrowFunction(declaration)
    if (hasBody && declaration.body !== undefined) read(declaration.body)
  }

  function isOurs(node: ts.Node): boolean {
    return !program.isSourceFileFromExternalLibrary(node.getSourceFile())
  }

  for (const statement of program.getSourceFile(file)?.statements ?? []) {
    if (ts.isFunctionDeclaration(statement) && statement.name?.text === name) follow(statement)
  }
  return thrown
}
