package licencehub.demo.players;

import java.security.SecureRandom;
import java.util.Arrays;
import licencehub.demo.stage.Authority;
import licencehub.model.code.CreditCode;
import licencehub.model.code.OrganisationCode;
import licencehub.verification.CmsForm;
import licencehub.verification.EnvelopeSigner;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Signs a department's documents, soundly or with the flaw that was asked for. */
public final class Envelopes {
  private static final JsonMapper JSON = new JsonMapper();
  private static final CreditCode STRANGER =
      CreditCode.complete("11999900" + OrganisationCode.complete("MADEUNKN").text());

  private final EnvelopeSigner current;
  private final EnvelopeSigner revoked;

  public Envelopes(Authority.Keys keys) {
    SecureRandom random = new SecureRandom();
    this.current = new EnvelopeSigner(keys.current(), random);
    this.revoked = new EnvelopeSigner(keys.revoked(), random);
  }

  /** A DSSE envelope on one line of JSON. */
  public byte[] dsse(Sending sending) {
    byte[] payload = payload(sending);
    byte[] envelope = signer(sending).dsse(payload);
    return flawed(envelope, signer(sending).dsse(other(payload)), sending);
  }

  /** A GB/T 35275 envelope, DER. */
  public byte[] cms(Sending sending) {
    byte[] envelope = signer(sending).cms(payload(sending), CmsForm.GBT35275);
    byte[] broken = envelope.clone();
    broken[broken.length - 1] ^= 1;
    return sending.blemish() == Blemish.BROKEN_SIGNATURE
        ? broken
        : flawed(envelope, envelope, sending);
  }

  /** A signature beside its content, as national front-end tables hold it. */
  public byte[] detached(byte[] content, Blemish blemish) {
    return current.cmsDetached(blemish == Blemish.BROKEN_SIGNATURE ? other(content) : content);
  }

  private EnvelopeSigner signer(Sending sending) {
    return sending.blemish() == Blemish.REVOKED_SIGNER ? revoked : current;
  }

  private static byte[] flawed(byte[] envelope, byte[] overOther, Sending sending) {
    return switch (sending.blemish()) {
      case MALFORMED -> Arrays.copyOf(envelope, envelope.length * 2 / 3);
      case BROKEN_SIGNATURE -> graft(envelope, overOther);
      default -> envelope;
    };
  }

  /** The payload of one envelope with the signature of another. */
  private static byte[] graft(byte[] envelope, byte[] signatureOf) {
    ObjectNode grafted = (ObjectNode) JSON.readTree(envelope);
    grafted.set("signatures", JSON.readTree(signatureOf).required("signatures"));
    return JSON.writeValueAsBytes(grafted);
  }

  private static byte[] payload(Sending sending) {
    ObjectNode document = sending.document();
    return JSON.writeValueAsBytes(
        switch (sending.blemish()) {
          case WRONG_CHECK_CHARACTER -> wrongCheck(document.deepCopy());
          case UNKNOWN_ISSUER -> unknownIssuer(document.deepCopy());
          default -> document;
        });
  }

  private static ObjectNode wrongCheck(ObjectNode document) {
    String identifier = document.required("subject").asString();
    char check = identifier.charAt(identifier.length() - 1);
    String wrong = identifier.substring(0, identifier.length() - 1) + (check == '0' ? '1' : '0');
    document.put("subject", wrong);
    ((ObjectNode) document.required("data")).put("identifier", wrong);
    return document;
  }

  private static ObjectNode unknownIssuer(ObjectNode document) {
    ((ObjectNode) document.required("data").required("issuer"))
        .put("code", STRANGER.text())
        .put("name", "不存在的机构");
    return document;
  }

  private static byte[] other(byte[] content) {
    byte[] other = content.clone();
    other[other.length / 2] ^= 1;
    return other;
  }
}
