package licencehub.sharing.use;

import java.time.Instant;
import java.util.Locale;
import licencehub.model.MalformedValue;
import licencehub.model.Text;
import licencehub.model.code.HolderCode;

/** On what basis a licence is used: the three modes of use as practised. */
public sealed interface Basis {
  Kind kind();

  /** The modes, as grants list them. */
  enum Kind {
    BY_FUNCTION("依职能用证", "by function"),
    HOLDER_CONSENT("持证人授权用证", "with the holder's consent"),
    ENTRUSTED("委托授权用证", "entrusted by the holder");

    private final Text text;

    Kind(String zh, String en) {
      this.text = Text.of(zh, en);
    }

    public Text text() {
      return text;
    }

    public String wire() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** The body needs it for a duty the law gives it 依职能. */
  record ByFunction() implements Basis {
    @Override
    public Kind kind() {
      return Kind.BY_FUNCTION;
    }
  }

  /**
   * The holder has agreed 持证人授权.
   *
   * @param holder who agreed
   * @param evidence where the consent can be seen again: number of a login, a QR code, a signature
   * @param from when it was given
   * @param until from when it counts no longer
   */
  record HolderConsent(HolderCode holder, String evidence, Instant from, Instant until)
      implements Basis {
    public HolderConsent {
      check(evidence, from, until);
    }

    @Override
    public Kind kind() {
      return Kind.HOLDER_CONSENT;
    }
  }

  /**
   * The holder has entrusted somebody, who presents it 委托.
   *
   * @param holder who entrusted
   * @param agent who was entrusted
   * @param evidence where the power of attorney can be seen again
   * @param from when it was given
   * @param until from when it counts no longer
   */
  record Entrusted(
      HolderCode holder, HolderCode agent, String evidence, Instant from, Instant until)
      implements Basis {
    public Entrusted {
      check(evidence, from, until);
    }

    @Override
    public Kind kind() {
      return Kind.ENTRUSTED;
    }
  }

  private static void check(String evidence, Instant from, Instant until) {
    if (evidence.isBlank() || !from.isBefore(until)) {
      throw MalformedValue.hidden(
          Text.of("持证人授权", "consent of the holder"),
          Text.of("应有凭据编号，且失效时间晚于生效时间", "must have evidence, and end after it begins"),
          "AUTH-20260302-0001");
    }
  }
}
