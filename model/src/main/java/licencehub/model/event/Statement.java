package licencehub.model.event;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import licencehub.model.code.CaseNumber;
import licencehub.model.code.CreditCode;
import licencehub.model.code.LicenceIdentifier;
import licencehub.model.code.RegionCode;
import licencehub.model.code.UseCode;
import org.jspecify.annotations.Nullable;

/** What an event says, as far as the hub decides by it; the full wording stays in the document. */
public sealed interface Statement {
  /** The region the statement is about. */
  RegionCode region();

  /** The body in whose name it is made: the issuer of a licence, the department of a case. */
  Organisation speaker();

  /**
   * The content of a licence, issued or changed.
   *
   * @param number the number printed on its face 证照编号
   * @param validTo last day of validity; null for a licence without end 长期
   * @param caseNumber the case that produced it
   * @param replaces the former identifier, invalid from now on 关联证照标识
   * @param changeKind how it follows from what stood before; null for a first issue, a correction
   * @param file the licence as a file 证照文件
   */
  record LicenceContent(
      LicenceIdentifier identifier,
      String name,
      String number,
      Organisation speaker,
      RegionCode region,
      LocalDate issuedOn,
      LocalDate validFrom,
      @Nullable LocalDate validTo,
      List<Holder> holders,
      @Nullable CaseNumber caseNumber,
      @Nullable LicenceIdentifier replaces,
      @Nullable ChangeKind changeKind,
      @Nullable FileReference file)
      implements Statement {
    public LicenceContent {
      holders = List.copyOf(holders);
    }
  }

  /** A change of a licence's status: suspended, resumed, revoked, cancelled. */
  record LicenceStatusChange(
      LicenceIdentifier identifier,
      LicenceStatus status,
      Organisation speaker,
      RegionCode region,
      LocalDate effectiveOn)
      implements Statement {}

  /**
   * One step of a case.
   *
   * @param sequence which one of its kind, from 1: the n-th step, supplement or special procedure
   * @param at when it happened at the department
   * @param applicant who applied, where this step tells
   * @param queryPassword lets the applicant follow the case, where this step tells
   * @param files of the materials this step lists
   */
  record CaseStep(
      CaseNumber caseNumber,
      Stage stage,
      int sequence,
      Instant at,
      Organisation speaker,
      RegionCode region,
      @Nullable Holder applicant,
      @Nullable String queryPassword,
      List<FileReference> files)
      implements Statement {
    public CaseStep {
      files = List.copyOf(files);
    }
  }

  /**
   * The hub let an organisation use a licence 用证.
   *
   * @param organisation who uses it
   * @param grant id of the grant it counts under
   * @param fields what may be seen
   * @param copy whether a use copy may be made
   * @param at when it was authorised
   * @param expires from when the code counts no longer
   */
  record LicenceUse(
      UseCode code,
      LicenceIdentifier licence,
      CaseNumber caseNumber,
      CreditCode organisation,
      String grant,
      Set<String> fields,
      boolean copy,
      Instant at,
      Instant expires)
      implements About {
    public LicenceUse {
      fields = Set.copyOf(fields);
    }
  }

  /**
   * The hub tells an organisation that a licence it used did not hold, or may not have held 用证追溯.
   *
   * @param organisation who used it
   */
  record UseRecall(
      UseCode code, LicenceIdentifier licence, CaseNumber caseNumber, CreditCode organisation)
      implements About {}

  /**
   * Another hub let an organisation here use a licence of its own 异地用证.
   *
   * @param code the other hub's
   * @param hub id of the hub that gave it
   * @param organisation who uses it
   */
  record UseObtained(
      UseCode code,
      String hub,
      LicenceIdentifier licence,
      CaseNumber caseNumber,
      CreditCode organisation)
      implements About {}

  /**
   * The validity of a licence has passed, and nobody said otherwise; the hub saw it 证照到期.
   *
   * @param validTo its last day
   */
  record LicenceExpiry(LicenceIdentifier licence, CreditCode issuer, LocalDate validTo)
      implements Statement {
    @Override
    public Organisation speaker() {
      return byCode(issuer);
    }

    @Override
    public RegionCode region() {
      return issuer.region();
    }
  }

  /**
   * One step of a matter that is followed up: feedback to an issuer 错证缺证反馈, a scan taken on trust
   * 先收后核.
   *
   * @param number names the matter: who brought it up, and his own number
   * @param organisation who brought it up
   * @param issuer who has to answer; null where that is the organisation itself
   * @param about what it is about, where this step tells: a licence identifier, the beginning of
   *     the identifiers among which one is missing, or a case and a document; else empty
   * @param dueOn last day, where this step sets it
   */
  record FollowUpStep(
      String number,
      FollowUpMove move,
      CreditCode organisation,
      @Nullable CreditCode issuer,
      String about,
      @Nullable LocalDate dueOn)
      implements About {}

  /** Something about a joint application 联办件, stated by one of its departments. */
  sealed interface JointStep extends Statement permits JointOpening, JointCheck, JointInspection {
    CaseNumber joint();
  }

  /** What the hub itself states about an organisation's doing, which it names by its code alone. */
  sealed interface About extends Statement {
    CreditCode organisation();

    @Override
    default Organisation speaker() {
      return byCode(organisation());
    }

    @Override
    default RegionCode region() {
      return organisation().region();
    }
  }

  /** The hub's own events name organisations by their codes alone. */
  private static Organisation byCode(CreditCode code) {
    return new Organisation(code, code.text());
  }
}
