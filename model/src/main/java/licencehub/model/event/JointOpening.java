package licencehub.model.event;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import licencehub.model.Digest;
import licencehub.model.MalformedValue;
import licencehub.model.Text;
import licencehub.model.code.CaseNumber;
import licencehub.model.code.CreditCode;
import licencehub.model.code.ItemCode;
import licencehub.model.code.LicenceIdentifier;
import licencehub.model.code.RegionCode;
import org.jspecify.annotations.Nullable;

/**
 * One application that concerns several departments at once 联办件, as its lead department opened it.
 *
 * @param joint its number, of the same form as a case number
 * @param speaker the lead department 牵头部门
 * @param matter what it is for, as people say it 一件事
 * @param visit the joint inspection 联合踏勘 that is to be; null where there is none
 */
public record JointOpening(
    CaseNumber joint,
    Organisation speaker,
    RegionCode region,
    Holder applicant,
    String matter,
    List<Part> parts,
    List<Material> materials,
    @Nullable Visit visit)
    implements Statement.JointStep {
  public JointOpening {
    parts = List.copyOf(parts);
    materials = List.copyOf(materials);
    JointOrder order = new JointOrder(parts);
    if (!order.repeated().isEmpty() || !order.unknown().isEmpty() || !order.circular().isEmpty()) {
      throw wrong(
          joint, "联办事项编号重复、前置事项不存在或循环", "has repeated parts, or prerequisites unknown or circular");
    }
    Set<String> codes = new HashSet<>();
    for (Material it : materials) {
      if (!codes.add(it.code()) || !order.names(it.parts())) {
        throw wrong(
            joint, "材料代码重复，或所需事项不存在", "has repeated materials, or materials for unknown parts");
      }
    }
    if (visit != null && !inside(visit, speaker, parts)) {
      throw wrong(
          joint, "踏勘部门不在联办部门之中", "has an inspection by departments that are none of its own");
    }
  }

  /**
   * One department's item 联办事项.
   *
   * @param caseNumber by which its department goes on reporting it
   * @param after parts that must be issued before it 前置事项
   */
  public record Part(
      CaseNumber caseNumber,
      Organisation department,
      ItemCode item,
      String itemName,
      Set<CaseNumber> after) {
    public Part {
      after = Set.copyOf(after);
    }
  }

  /**
   * Something the applicant handed in once for all.
   *
   * @param code tells it from the others of this joint application
   * @param parts which of them need it
   */
  public record Material(String code, String name, Origin origin, Set<CaseNumber> parts) {
    public Material {
      parts = Set.copyOf(parts);
    }
  }

  /**
   * Where a material comes from: one of the two, or neither when it is on paper.
   *
   * @param scan SHA-256 of the scanned file
   */
  public record Origin(@Nullable LicenceIdentifier licence, @Nullable Digest scan) {
    public Origin {
      if (licence != null && scan != null) {
        throw MalformedValue.of(
            Text.of("材料来源", "origin of a material"),
            licence.toString(),
            Text.of("证照标识与扫描件只能有一项", "must be a licence or a scan, not both"),
            "F01");
      }
    }
  }

  /**
   * Who inspects together.
   *
   * @param lead who arranges it and states what was found
   * @param departments who takes part, the lead among them
   */
  public record Visit(CreditCode lead, Set<CreditCode> departments) {
    public Visit {
      Set<CreditCode> all = new HashSet<>(departments);
      all.add(lead);
      departments = Set.copyOf(all);
    }
  }

  /** Whether the department has a part in it; the lead alone need not. */
  public boolean hasPartOf(CreditCode department) {
    return parts.stream().anyMatch(it -> it.department().code().equals(department));
  }

  private static boolean inside(Visit visit, Organisation lead, List<Part> parts) {
    return visit.departments().stream()
        .allMatch(
            it ->
                it.equals(lead.code())
                    || parts.stream().anyMatch(part -> part.department().code().equals(it)));
  }

  private static MalformedValue wrong(CaseNumber joint, String zh, String en) {
    return MalformedValue.of(
        Text.of("联办件", "joint application"), joint.text(), Text.of(zh, en), "LB-2026-0001");
  }
}
