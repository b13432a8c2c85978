package licencehub.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import licencehub.model.Digest;
import licencehub.model.MalformedValue;
import licencehub.model.Text;

/**
 * What a ledger sends its witnesses, C2SP tlog-witness {@code add-checkpoint}.
 *
 * @param old the size the witness saw last, as far as the ledger knows; 0 for never
 * @param proof that the checkpoint's log begins with the log of {@code old} entries
 * @param note the signed checkpoint
 */
public record AddCheckpoint(long old, List<Digest> proof, String note) {
  private static final Pattern FORM =
      Pattern.compile(
          "old (?<old>0|[1-9][0-9]{0,17})\n(?<proof>(?:[A-Za-z0-9+/=]{44}\n){0,63}+)\n"
              + "(?<note>(?s:.++))");

  public AddCheckpoint {
    proof = List.copyOf(proof);
  }

  /**
   * @throws MalformedValue if it is no such request
   */
  public static AddCheckpoint parse(byte[] body) {
    Matcher parts = FORM.matcher(new String(body, UTF_8));
    if (body.length > SignedNote.MAX_BYTES || !parts.matches()) {
      throw malformed();
    }
    List<Digest> proof = new ArrayList<>();
    parts
        .group("proof")
        .lines()
        .forEach(it -> proof.add(Base64Text.digest(it).orElseThrow(AddCheckpoint::malformed)));
    return new AddCheckpoint(Long.parseLong(parts.group("old")), proof, parts.group("note"));
  }

  /** As it is sent. */
  public byte[] bytes() {
    StringBuilder text = new StringBuilder("old ").append(old).append('\n');
    proof.forEach(it -> text.append(Base64Text.encode(it.bytes())).append('\n'));
    return text.append('\n').append(note).toString().getBytes(UTF_8);
  }

  private static MalformedValue malformed() {
    return MalformedValue.hidden(
        Text.of("见证请求", "request to a witness"),
        Text.of(
            "应为 C2SP tlog-witness add-checkpoint", "must be a C2SP tlog-witness add-checkpoint"),
        "old 20852163");
  }
}
