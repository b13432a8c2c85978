package licencehub.verification;

/**
 * An electronic seal as its maker made it.
 *
 * @param der SESeal, the content of a Seal.esl
 */
public record ElectronicSeal(byte[] der) {
  public ElectronicSeal {
    if (der.length == 0) {
      throw new IllegalArgumentException("a seal has content");
    }
  }
}
