package licencehub.library;

import licencehub.library.Entry.Filing;
import licencehub.model.event.Statement.LicenceUse;
import org.jspecify.annotations.Nullable;

/**
 * A use to be recorded only if its grant has room for it and nothing was filed about its licence
 * that was not known when it was decided. Both are looked at in the transaction that writes it.
 *
 * @param filing its event
 * @param perDay how many uses its grant allows on a day in China
 * @param inAll how many it allows altogether
 * @param decidedAt sequence of the newest event, -1 for none, when the licence was looked at
 * @param number of the request it was asked for in; null where that has none
 */
public record MeteredUse(
    Filing filing, long perDay, long inAll, long decidedAt, @Nullable UseNumber number) {
  public MeteredUse {
    if (!(filing.event().statement() instanceof LicenceUse)) {
      throw new IllegalArgumentException(filing.event().type() + " is no use");
    }
  }

  /** One of a request without a number. */
  public MeteredUse(Filing filing, long perDay, long inAll, long decidedAt) {
    this(filing, perDay, inAll, decidedAt, null);
  }

  /** The same use, asked for in a request of this number. */
  public MeteredUse in(@Nullable UseNumber request) {
    return new MeteredUse(filing, perDay, inAll, decidedAt, request);
  }

  /** What the event says. */
  public LicenceUse use() {
    return (LicenceUse) filing.event().statement();
  }
}
