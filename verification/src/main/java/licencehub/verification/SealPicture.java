package licencehub.verification;

import licencehub.verification.ofd.RoundFace;

/**
 * The face of a seal.
 *
 * @param type of the picture: png, jpg, ofd
 * @param width in millimetres
 * @param height in millimetres
 */
public record SealPicture(String type, byte[] bytes, int width, int height) {
  private static final int MILLIMETRES = 42;

  public SealPicture {
    if (type.isBlank() || bytes.length == 0 || width < 1 || height < 1) {
      throw new IllegalArgumentException("a seal has a picture with a size");
    }
  }

  /** A plain red ring of the size of an organisation's seal. */
  public static SealPicture round() {
    return new SealPicture("png", RoundFace.png(), MILLIMETRES, MILLIMETRES);
  }
}
