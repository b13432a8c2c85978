package licencehub.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import licencehub.model.Digest;
import licencehub.model.MalformedValue;
import licencehub.model.Text;
import licencehub.model.ledger.Receipt;

/**
 * A receipt as one text file that stands for itself, C2SP tlog-proof v1 ({@code .tlog-proof}); the
 * entry's bytes are its extra data. Read, not verified: {@link ReceiptVerifier} does that.
 *
 * @param entry the exact bytes whose leaf hash is in the log
 * @param index of the entry, from 0
 * @param path from the leaf's sibling upwards
 * @param note the signed checkpoint
 */
public record TlogProof(byte[] entry, long index, List<Digest> path, String note) {
  private static final String HEADER = "c2sp.org/tlog-proof@v1\n";
  private static final int MAX_CHARACTERS = 256 * 1024;
  private static final Pattern FORM =
      Pattern.compile(
          Pattern.quote(HEADER)
              + "extra (?<entry>[A-Za-z0-9+/=]*+)\n"
              + "index (?<index>0|[1-9][0-9]{0,17})\n"
              + "(?<path>(?:[A-Za-z0-9+/=]{44}\n){0,63}+)"
              + "\n(?<note>(?s:.++))");

  public TlogProof {
    path = List.copyOf(path);
  }

  /** The same proof in the other form. */
  public static TlogProof of(Receipt receipt) {
    return new TlogProof(
        receipt.entry().bytes(), receipt.index(), receipt.path(), receipt.checkpoint().note());
  }

  /**
   * Reads what {@link #toString()} writes.
   *
   * @throws MalformedValue if it is no such text
   */
  public static TlogProof parse(String text) {
    Matcher parts = FORM.matcher(text);
    if (text.length() > MAX_CHARACTERS || !parts.matches()) {
      throw malformed();
    }
    List<Digest> path = new ArrayList<>();
    parts.group("path").lines().forEach(it -> path.add(digest(it)));
    return new TlogProof(
        Base64Text.decode(parts.group("entry")).orElseThrow(TlogProof::malformed),
        Long.parseLong(parts.group("index")),
        path,
        parts.group("note"));
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(HEADER);
    text.append("extra ").append(Base64Text.encode(entry)).append('\n');
    text.append("index ").append(index).append('\n');
    path.forEach(it -> text.append(Base64Text.encode(it.bytes())).append('\n'));
    return text.append('\n').append(note).toString();
  }

  byte[] noteBytes() {
    return note.getBytes(UTF_8);
  }

  private static Digest digest(String line) {
    return Base64Text.digest(line).orElseThrow(TlogProof::malformed);
  }

  private static MalformedValue malformed() {
    return MalformedValue.hidden(
        Text.of("回执文件", "receipt file"),
        Text.of("应为 C2SP tlog-proof 第 1 版文本", "must be a C2SP tlog-proof text of version 1"),
        "c2sp.org/tlog-proof@v1");
  }
}
