package licencehub.hub.evidence;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The parts a bundle may have, in their order. The first lists the digests of all others. */
public final class BundleLayout {
  /** SHA-256 of every other part, as {@code sha256sum} writes and checks it. */
  public static final String SUMS = "evidence-v1.sha256";

  /** Where the bundle comes from and what it is about. */
  public static final String ABOUT = "about.json";

  /** The exact bytes that were submitted. */
  public static final String ORIGINAL = "original";

  /** The canonical CloudEvent. */
  public static final String EVENT = "event.json";

  /** What the hub's verification found; missing where the source is trusted by its channel. */
  public static final String REPORT = "report.txt";

  /** The receipt, as the hub answers it. */
  public static final String RECEIPT = "receipt.json";

  /** The signed note the receipt leads to. */
  public static final String CHECKPOINT = "checkpoint.note";

  /** The ledger's public keys. */
  public static final String KEYS = "ledger.keys";

  /** The signer's certificate and those above it; missing where nothing was signed. */
  public static final String CERTIFICATES = "certificates.pem";

  /** The licence file, where the event refers to one. */
  public static final String OFD = "licence.ofd";

  public static final String PDF = "licence.pdf";

  /** Lists in one bundle; a chain is no longer than this. */
  static final int MOST_LISTS = 6;

  static final List<String> MANDATORY = List.of(ABOUT, ORIGINAL, EVENT, RECEIPT, CHECKPOINT, KEYS);

  /** All names after the first, in the only order they come in. */
  static final List<String> ORDER = order();

  private BundleLayout() {}

  /** The revocation list of this number, from 1. */
  public static String list(int number) {
    return "revocation-" + number + ".crl";
  }

  /** Whether a file that begins so is a bundle, and no OFD. */
  public static boolean begins(byte[] head) {
    String text = new String(head, StandardCharsets.ISO_8859_1);
    return text.startsWith("PK") && text.startsWith(SUMS, StoredZip.LOCAL);
  }

  /** How many bytes {@link #begins} wants to see. */
  public static int head() {
    return StoredZip.LOCAL + SUMS.length();
  }

  private static List<String> order() {
    List<String> all =
        new ArrayList<>(
            List.of(ABOUT, ORIGINAL, EVENT, REPORT, RECEIPT, CHECKPOINT, KEYS, CERTIFICATES));
    for (int i = 1; i <= MOST_LISTS; i++) {
      all.add(list(i));
    }
    all.addAll(List.of(OFD, PDF));
    return List.copyOf(all);
  }
}
