package licencehub.verification.pdf;

import java.util.Arrays;
import licencehub.verification.envelope.Claim;
import licencehub.verification.envelope.Cms;
import licencehub.verification.envelope.Content;
import licencehub.verification.envelope.Refused;
import licencehub.verification.file.Faults;

/** The value of Contents: one DER structure, filled up with zeros to the space reserved for it. */
final class PaddedCms {
  private static final byte SEQUENCE = 0x30;
  private static final int LONG_LENGTH = 0x80;
  private static final int LENGTH_BYTES = 3;
  private static final byte[] ELSEWHERE = {};

  private PaddedCms() {}

  /** The one signer's claim; the content it is about stands in the file. */
  static Claim read(Cms cms, byte[] contents) throws Refused {
    int length = length(contents);
    for (int i = length; i < contents.length; i++) {
      if (contents[i] != 0) {
        throw Faults.unsafe("签名值之后还有其他内容", "something follows the signed value");
      }
    }
    Content content = cms.read(Arrays.copyOf(contents, length), ELSEWHERE);
    if (content.claims().size() != 1) {
      throw Faults.unreadable("一个签名只能有一个签名人", "one signature has one signer");
    }
    return content.claims().get(0);
  }

  private static int length(byte[] der) throws Refused {
    if (der.length < 2 + LENGTH_BYTES || der[0] != SEQUENCE) {
      throw notDer();
    }
    int first = der[1] & 0xff;
    int count = first < LONG_LENGTH ? 0 : first - LONG_LENGTH;
    if (first == LONG_LENGTH || count > LENGTH_BYTES) {
      throw notDer();
    }
    int length = count == 0 ? first : 0;
    for (int i = 0; i < count; i++) {
      length = length << Byte.SIZE | (der[2 + i] & 0xff);
    }
    int whole = 2 + count + length;
    if (whole > der.length) {
      throw notDer();
    }
    return whole;
  }

  private static Refused notDer() {
    return Faults.unreadable("签名值不是DER编码的CMS", "the signed value is not a CMS in DER");
  }
}
