/**
 * The contracts: JSON Schemas of every exchanged document, the OpenAPI document, code lists, and
 * the catalogue that checks a document against them. May not hold: mapping of departments' own
 * forms.
 */
@NullMarked
package licencehub.schemas;

import org.jspecify.annotations.NullMarked;
