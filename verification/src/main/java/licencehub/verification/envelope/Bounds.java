package licencehub.verification.envelope;

/**
 * What an envelope may be at most.
 *
 * @param bytes the whole envelope
 * @param depth nesting of JSON or ASN.1
 * @param elements ASN.1 elements in all
 * @param signatures how many signers
 * @param certificates how many certificates it brings
 */
public record Bounds(int bytes, int depth, int elements, int signatures, int certificates) {
  private static final int MEBIBYTE = 1024 * 1024;
  public static final Bounds USUAL = new Bounds(4 * MEBIBYTE, 32, 20_000, 8, 16);

  public Bounds withBytes(int most) {
    return new Bounds(most, depth, elements, signatures, certificates);
  }
}
