package licencehub.federation.exchange;

import licencehub.model.event.Organisation;
import org.jspecify.annotations.Nullable;

/**
 * What was agreed with a peer about cases 办件交换.
 *
 * @param gives how much it is told of cases that concern its region
 * @param takesFrom the body that answers for what is taken from it; null where nothing is taken
 */
public record Exchange(Extent gives, @Nullable Organisation takesFrom) {
  public static final Exchange NONE = new Exchange(Extent.NONE, null);
}
