/** Who a revision is by, for all commands that write one. */

/** Description of the option `--author`. */
export const AUTHOR_OPTION = 'author of the revision (default: DEMARCHE_AUTHOR, or none is named)';

/** The author of a revision. Not the name of the account, which nobody chose to publish. */
export function authorOf({ author }: { readonly author?: string }): string {
  return author ?? process.env['DEMARCHE_AUTHOR'] ?? 'not named';
}
