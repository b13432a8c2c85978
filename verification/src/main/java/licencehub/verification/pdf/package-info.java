/**
 * Signed PDF (ISO 32000, PAdES). May hold: PDFBox, within bounds; byte ranges, revisions, signing.
 * May not hold: policies, trust, OFD.
 */
@NullMarked
package licencehub.verification.pdf;

import org.jspecify.annotations.NullMarked;
