// The names that the provider adds to the query of the redirect URI.

/**
 * Every name of an answer. A redirect URI that has one already would come back with two, and nobody
 * could tell which one counts.
 */
export const answerNames: readonly string[] = [
  'state',
  'code',
  'error',
  'error_description',
  'user_id',
  'vehicle_id',
  'external_id',
  'virtual_key_url',
  'vin',
  'make',
  'model',
  'year',
  'status_code',
  'error_message',
]
