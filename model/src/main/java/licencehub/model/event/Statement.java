package licencehub.model.event;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import licencehub.model.code.CaseNumber;
import licencehub.model.code.LicenceIdentifier;
import licencehub.model.code.RegionCode;
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
      @Nullable LicenceIdentifier replaces)
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
   */
  record CaseStep(
      CaseNumber caseNumber,
      Stage stage,
      int sequence,
      Instant at,
      Organisation speaker,
      RegionCode region,
      @Nullable Holder applicant,
      @Nullable String queryPassword)
      implements Statement {}
}
