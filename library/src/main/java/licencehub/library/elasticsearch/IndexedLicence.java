package licencehub.library.elasticsearch;

import java.util.Collection;
import licencehub.library.HistoryEntry;
import licencehub.library.IndexKey;
import licencehub.library.LicenceRecord;
import licencehub.library.index.Face;
import licencehub.library.index.SearchTokens;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A licence as it stands in the index: what it is found by, as keyed words, and what it is counted
 * by. The fields are those of {@code licences.json}.
 *
 * @param content sequence of the event that states its content
 * @param issued, ends days, as 2026-03-01; it never ends when null
 */
record IndexedLicence(
    Collection<String> words,
    long content,
    String type,
    String issuer,
    String region,
    String status,
    String issued,
    @Nullable String ends) {
  static IndexedLicence of(LicenceRecord licence, HistoryEntry content, IndexKey key) {
    Face face = new Face(licence.identifier(), content.document());
    JsonNode stated = face.content();
    return new IndexedLicence(
        new SearchTokens(key).of(face),
        content.sequence(),
        licence.identifier().type().text(),
        stated.path("issuer").path("code").asString(""),
        stated.path("region").asString(""),
        licence.status().wire(),
        stated.path("issuedOn").asString(""),
        licence.validTo() == null ? null : licence.validTo().toString());
  }
}
