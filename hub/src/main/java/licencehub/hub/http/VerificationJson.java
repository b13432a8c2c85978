package licencehub.hub.http;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import licencehub.hub.files.CopyNote;
import licencehub.hub.files.FileWords;
import licencehub.model.Finding;
import licencehub.model.Reason;
import licencehub.model.Text;
import licencehub.sharing.ChinaTime;
import licencehub.sharing.Licence;
import licencehub.sharing.Standing;
import licencehub.sharing.comparison.FileComparison;
import licencehub.sharing.comparison.FileComparison.Side;
import licencehub.verification.FileExamination.Examined;
import licencehub.verification.FileMetadata;
import licencehub.verification.FoundSignature;
import licencehub.verification.FoundSignature.FoundSeal;
import tools.jackson.core.JsonGenerator;

/** Writes what was found about a licence file; of its metadata only whether they are right. */
final class VerificationJson {
  private VerificationJson() {}

  static void report(JsonGenerator json, Examined file, long bytes) {
    Text verdict = FileWords.verdict(file.report());
    json.writeObjectPropertyStart("verdict");
    json.writeStringProperty("code", FileWords.code(file.report()));
    json.writeStringProperty("zh", verdict.zh());
    json.writeStringProperty("en", verdict.en());
    json.writeEndObject();
    json.writeObjectPropertyStart("file");
    json.writeStringProperty("digest", file.digest().toString());
    json.writeStringProperty("mediaType", file.type().mediaType());
    json.writeNumberProperty("size", bytes);
    json.writeEndObject();
    json.writeStringProperty("policy", file.report().policy());
    json.writeStringProperty("at", file.report().at().toString());
    json.writeArrayPropertyStart("signatures");
    file.found().forEach(it -> signature(json, it));
    json.writeEndArray();
    json.writeArrayPropertyStart("checks");
    FileWords.lines(file).forEach(it -> check(json, it));
    json.writeEndArray();
  }

  /** What a use copy says it was made for; nothing for any other file. */
  static void copy(JsonGenerator json, FileMetadata metadata, Instant now) {
    Optional<CopyNote> copy = CopyNote.of(metadata);
    if (copy.isPresent()) {
      json.writeObjectPropertyStart("copy");
      json.writeStringProperty("madeAt", copy.get().madeAt());
      json.writeStringProperty("expires", copy.get().expires());
      json.writeBooleanProperty("expired", copy.get().hasExpired(now));
      Json.text(json, "detail", copy.get().sentence(now));
      json.writeEndObject();
    }
  }

  static void licence(JsonGenerator json, Licence licence, FileComparison compared, Instant now) {
    Standing standing = licence.standingOn(ChinaTime.dayOf(now));
    json.writeObjectPropertyStart("licence");
    json.writeStringProperty("identifier", licence.identifier().toString());
    standing(json, standing);
    json.writeBooleanProperty("agrees", compared.contradictions().isEmpty());
    json.writeArrayPropertyStart("fields");
    for (FileComparison.Field each : compared.fields()) {
      json.writeStartObject();
      json.writeStringProperty("name", each.name());
      json.writeStringProperty("match", word(each.match()));
      Side lacking = each.lacking();
      if (lacking != null) {
        json.writeStringProperty("lacking", word(lacking));
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  static void standing(JsonGenerator json, Standing standing) {
    json.writeObjectPropertyStart("standing");
    json.writeStringProperty("code", word(standing));
    json.writeStringProperty("zh", standing.text().zh());
    json.writeStringProperty("en", standing.text().en());
    json.writeEndObject();
  }

  private static void signature(JsonGenerator json, FoundSignature it) {
    json.writeStartObject();
    it.signer().ifPresent(name -> json.writeStringProperty("signer", name));
    it.certificate().ifPresent(id -> json.writeStringProperty("certificate", id.toString()));
    it.signedAt().ifPresent(at -> json.writeStringProperty("signedAt", at.toString()));
    if (it.seal().isPresent()) {
      FoundSeal seal = it.seal().get();
      json.writeObjectPropertyStart("seal");
      json.writeStringProperty("identifier", seal.identifier());
      json.writeStringProperty("name", seal.name());
      seal.maker().ifPresent(name -> json.writeStringProperty("maker", name));
      json.writeStringProperty("from", seal.from().toString());
      json.writeStringProperty("to", seal.to().toString());
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private static void check(JsonGenerator json, FileWords.Line line) {
    Finding finding = line.finding();
    json.writeStartObject();
    json.writeStringProperty("check", finding.check());
    if (line.signature() > 0) {
      json.writeNumberProperty("signature", line.signature());
    }
    Json.text(json, "name", line.words());
    json.writeStringProperty("result", word(finding.result()));
    Reason reason = finding.reason();
    if (reason != null) {
      json.writeStringProperty("reason", reason.code());
      Json.text(json, "message", reason.text());
    }
    json.writeStringProperty("detail", finding.detail());
    json.writeEndObject();
  }

  static String word(Enum<?> it) {
    return it.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
