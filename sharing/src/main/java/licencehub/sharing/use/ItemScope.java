package licencehub.sharing.use;

import java.util.Set;
import licencehub.model.code.ItemCode;

/** For which items a grant holds. */
public sealed interface ItemScope {
  boolean admits(ItemCode item);

  /** Any item; to be given only where the duty itself is not bound to items. */
  record Any() implements ItemScope {
    @Override
    public boolean admits(ItemCode item) {
      return true;
    }
  }

  /** These items with all narrower ones; none when empty. */
  record Only(Set<ItemCode> items) implements ItemScope {
    public Only {
      items = Set.copyOf(items);
    }

    @Override
    public boolean admits(ItemCode item) {
      return items.stream().anyMatch(it -> it.covers(item));
    }
  }
}
