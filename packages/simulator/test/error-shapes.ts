// The error document of version 2 as a shape.

import { mismatches, nullable, optional, type ShapeFields, text, uuid } from './shape.ts'

/** The error document of version 2, all recorded but `suggestedUserMessage`, which docs show. */
export function errorShape(type: string, code: string | null, statusCode: number): ShapeFields {
  const page = `https://smartcar.com/docs/errors/api-errors/${dashed(type)}-errors`
  return {
    type,
    code,
    description: text,
    docURL: `${page}#${dashed(code ?? 'null')}`,
    statusCode,
    requestId: uuid,
    resolution: { type: nullable(text), url: optional(text) },
    suggestedUserMessage: optional(text),
  }
}

/** The error document about one wrong field of a request. */
export function validationShape(field: string): ShapeFields {
  return {
    ...errorShape('VALIDATION', null, 400),
    // Suite: this sentence.
    description:
      'Request invalid or malformed. Please check for missing parameters, spelling and casing mistakes, and other syntax issues.',
    resolution: { type: null },
    detail: (value, path) => {
      const [first, ...others] = Array.isArray(value) ? value : [value]
      if (others.length > 0) return [`${path}: has more than one field`]
      return mismatches(first, { field, message: text }, `${path}[0]`)
    },
  }
}

function dashed(name: string): string {
  return name.toLowerCase().replaceAll('_', '-')
}
