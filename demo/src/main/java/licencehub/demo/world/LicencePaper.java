package licencehub.demo.world;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import licencehub.model.code.LicenceIdentifier;
import licencehub.sharing.Element;
import licencehub.verification.CertificateAuthority.Validity;
import licencehub.verification.ElectronicSeal;
import licencehub.verification.OfdDocument;
import licencehub.verification.OfdFace;
import licencehub.verification.OfdSealer;
import licencehub.verification.SealForm;
import licencehub.verification.SealMaker;
import licencehub.verification.SealPicture;
import licencehub.verification.SignerKey;
import tools.jackson.databind.JsonNode;

/** The licence of a story as a file: what stands on it is what its event says. */
public final class LicencePaper {
  private static final Duration YEAR = Duration.ofDays(300);
  private static final int DOCUMENT_ID = 32;
  private static final List<SealForm> FORMS = List.of(SealForm.GBT38540, SealForm.GMT0031);
  private final Body body;
  private final JsonNode data;

  /**
   * @param story one that ended in a licence
   */
  public LicencePaper(Story story) {
    this(story.body(), story.documents().getLast());
  }

  /**
   * @param document the event that states the licence
   */
  public LicencePaper(Body body, JsonNode document) {
    this.body = body;
    this.data = document.required("data");
  }

  public LicenceIdentifier identifier() {
    return LicenceIdentifier.parseInbound(text("identifier"));
  }

  public String name() {
    return text("name");
  }

  /** What stands on its face, by Chinese names; several holders are set apart by 、. */
  public Map<String, String> face() {
    Map<String, String> face = new LinkedHashMap<>();
    metadata().forEach((element, values) -> face.put(element.zh(), String.join("、", values)));
    return face;
  }

  public OfdDocument document() {
    Map<String, List<String>> entries = new LinkedHashMap<>();
    metadata().forEach((element, values) -> entries.put(element.column(), values));
    Map<String, String> fields = new LinkedHashMap<>(face());
    fields.remove(Element.NAME.zh());
    String id =
        licencehub.model.Digest.of(
                text("identifier").getBytes(java.nio.charset.StandardCharsets.UTF_8))
            .toString();
    OfdFace face =
        new OfdFace(
            name(),
            text("number"),
            fields,
            Map.of(),
            List.of("虚构样例，不是真实证照。 A fictitious sample, no real licence."));
    return new OfdDocument(id.substring(0, DOCUMENT_ID), name(), entries, face, "");
  }

  /** What the issuer seals it with: each form of seal has its turn, then a plain signature. */
  public OfdSealer sealer(int turn, SignerKey issuer, SignerKey maker, Instant now) {
    SecureRandom random = new SecureRandom();
    int form = turn % (FORMS.size() + 1);
    return form == FORMS.size()
        ? OfdSealer.plain(issuer, random)
        : OfdSealer.with(seal(FORMS.get(form), issuer, maker, now), issuer, random);
  }

  private ElectronicSeal seal(SealForm form, SignerKey issuer, SignerKey maker, Instant now) {
    SealMaker.Description description =
        new SealMaker.Description(
            "DEMO-" + body.source(),
            body.organisation().name() + "电子印章",
            new Validity(now.minus(YEAR), now.plus(YEAR)),
            List.of(issuer.certificate()),
            SealPicture.round());
    return new SealMaker(maker, new SecureRandom()).make(form, description, now.minus(YEAR));
  }

  private Map<Element, List<String>> metadata() {
    Map<Element, List<String>> all = new LinkedHashMap<>();
    all.put(Element.IDENTIFIER, List.of(text("identifier")));
    all.put(Element.NAME, List.of(name()));
    all.put(Element.TYPE_CODE, List.of(body.matter().type().text()));
    all.put(Element.NUMBER, List.of(text("number")));
    all.put(Element.ISSUER, List.of(data.at("/issuer/name").asString()));
    all.put(Element.ISSUER_CODE, List.of(data.at("/issuer/code").asString()));
    all.put(Element.ISSUED_ON, List.of(text("issuedOn")));
    all.put(Element.HOLDER, holders("name"));
    all.put(Element.HOLDER_CODE, holders("code"));
    all.put(Element.HOLDER_CODE_TYPE, holders("codeType"));
    all.put(Element.VALID_FROM, List.of(text("validFrom")));
    all.put(Element.VALID_TO, List.of(text("validTo")));
    return all;
  }

  private List<String> holders(String key) {
    return data.required("holders").valueStream().map(it -> it.required(key).asString()).toList();
  }

  private String text(String key) {
    return data.required(key).asString();
  }
}
