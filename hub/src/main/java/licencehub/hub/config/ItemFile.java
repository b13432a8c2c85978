package licencehub.hub.config;

import java.util.List;
import licencehub.model.MalformedValue;
import licencehub.model.Text;
import licencehub.schemas.ConfigSchemas;
import licencehub.schemas.Contracts;
import licencehub.schemas.SettingFault;
import licencehub.sharing.item.ItemGuide;
import tools.jackson.databind.node.ObjectNode;

/** One item, in the form of a file under {@code items/}, that is not part of the configuration. */
public final class ItemFile {
  private ItemFile() {}

  /**
   * @throws MalformedValue for what is no item; it names the first fault
   */
  public static ItemGuide read(ObjectNode settings) {
    List<SettingFault> faults = ConfigSchemas.check(Contracts.itemSettings(), settings);
    if (!faults.isEmpty()) {
      SettingFault first = faults.getFirst();
      throw MalformedValue.hidden(
          Text.of("事项 " + first.key(), "item " + first.key()), first.message(), first.remedy());
    }
    return GuideReading.guide(settings);
  }
}
