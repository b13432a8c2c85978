package licencehub.sharing.item;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import licencehub.model.MalformedValue;
import licencehub.model.Text;
import licencehub.model.code.ItemCode;
import licencehub.model.code.LicenceTypeCode;
import licencehub.sharing.Origin;

/**
 * What an item asks of an applicant 办事指南, as far as licences can help (GB/T 39554).
 *
 * @param code of 12 characters for the item of every body, of 31 for one body's task, of 33 for a
 *     variant of it
 * @param version counts published changes from 1; a case keeps the one it was accepted under
 */
public record ItemGuide(
    ItemCode code, int version, Text name, Origin origin, List<RequiredDocument> documents) {
  public ItemGuide {
    documents = List.copyOf(documents);
    if (version < 1) {
      throw MalformedValue.of(
          Text.of("事项版本", "version of an item"),
          Integer.toString(version),
          Text.of("应从1起", "must count from 1"),
          "version: 1");
    }
    Set<String> codes = new HashSet<>();
    for (RequiredDocument each : documents) {
      if (!codes.add(each.code())) {
        throw MalformedValue.of(
            Text.of("材料编码", "code of a document"),
            each.code(),
            Text.of("在同一事项中重复", "stands twice in one item"),
            "F01");
      }
    }
  }

  public Optional<RequiredDocument> document(String documentCode) {
    return documents.stream().filter(it -> it.code().equals(documentCode)).findFirst();
  }

  /** The fields that any of its rules is about. */
  public Set<String> fields() {
    return documents.stream()
        .flatMap(it -> it.accepts().stream())
        .flatMap(it -> it.fields().stream())
        .map(FieldRule::field)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Every licence type the item can use 用证清单. */
  public Set<LicenceTypeCode> types() {
    return documents.stream()
        .flatMap(it -> it.accepts().stream())
        .flatMap(it -> it.types().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whose licences have to be looked up. */
  public Set<Party> holders() {
    return documents.stream()
        .flatMap(it -> it.accepts().stream())
        .map(Acceptance::holder)
        .collect(Collectors.toUnmodifiableSet());
  }
}
