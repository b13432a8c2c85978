package licencehub.demo.players;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import licencehub.demo.world.Body;
import licencehub.demo.world.Lot;
import licencehub.demo.world.Story;
import licencehub.model.event.EventType;
import tools.jackson.databind.node.ObjectNode;

/**
 * Spoils a share of the records the way departments do. The same story is spoilt the same way for
 * ever.
 */
public final class Spoiler {
  private final long seed;
  private final double percent;

  /**
   * @param percent share of stories with something wrong
   */
  public Spoiler(long seed, double percent) {
    this.seed = seed;
    this.percent = percent;
  }

  /** What the department sends for the n-th story, in the order it sends it. */
  public List<Sending> sendings(Story story, long n) {
    List<Sending> sendings = new ArrayList<>();
    story.documents().forEach(it -> sendings.add(new Sending(it, Blemish.NONE)));
    Lot lot = Lot.of(seed, "blemish", n);
    if (lot.chance(percent)) {
      spoil(sendings, lot.pick(possible(story.body())), lot);
    }
    return sendings;
  }

  private static List<Blemish> possible(Body body) {
    return switch (body.way()) {
      case HTTP_PUSH, AMQP, SFTP ->
          List.of(
              Blemish.BROKEN_SIGNATURE,
              Blemish.WRONG_CHECK_CHARACTER,
              Blemish.UNKNOWN_ISSUER,
              Blemish.REVOKED_SIGNER,
              Blemish.MALFORMED,
              Blemish.REPEATED,
              Blemish.OUTDATED,
              Blemish.OUT_OF_ORDER);
      case SHANDONG_TABLES, GUANGDONG_TABLES -> List.of(Blemish.MALFORMED, Blemish.OUT_OF_ORDER);
      case NATIONAL_TABLES ->
          List.of(Blemish.MALFORMED, Blemish.BROKEN_SIGNATURE, Blemish.OUT_OF_ORDER);
    };
  }

  private static void spoil(List<Sending> sendings, Blemish blemish, Lot lot) {
    int last = sendings.size() - 1;
    switch (blemish) {
      case NONE -> {}
      case REPEATED -> sendings.add(new Sending(sendings.getFirst().document(), blemish));
      case OUTDATED -> outdate(sendings);
      case OUT_OF_ORDER -> Collections.reverse(sendings);
      case MALFORMED -> replace(sendings, lot.between(0, last), blemish);
      case BROKEN_SIGNATURE, REVOKED_SIGNER, UNKNOWN_ISSUER, WRONG_CHECK_CHARACTER ->
          licenceAt(sendings, last, blemish);
    }
  }

  private static void replace(List<Sending> sendings, int at, Blemish blemish) {
    sendings.set(at, new Sending(sendings.get(at).document(), blemish));
  }

  /** A licence is what such a flaw matters most for; a case without one keeps its last step. */
  private static void licenceAt(List<Sending> sendings, int last, Blemish blemish) {
    ObjectNode document = sendings.get(last).document();
    boolean licence = EventType.parse(document.required("type").asString()).isLicence();
    if (licence) {
      replace(sendings, last, blemish);
    }
  }

  /** The corrected application first, then the one it corrects. */
  private static void outdate(List<Sending> sendings) {
    Sending first = sendings.getFirst();
    ObjectNode corrected = first.document().deepCopy();
    corrected.put("id", first.id() + "-v2").put("recordversion", 2);
    sendings.set(0, new Sending(corrected, Blemish.NONE));
    sendings.add(new Sending(first.document(), Blemish.OUTDATED));
  }
}
