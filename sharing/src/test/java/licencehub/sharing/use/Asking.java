package licencehub.sharing.use;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import licencehub.model.code.CaseNumber;
import licencehub.model.code.CreditCode;
import licencehub.model.code.HolderCode;
import licencehub.model.code.ItemCode;
import licencehub.sharing.Draft;
import licencehub.sharing.type.LicenceType;
import licencehub.sharing.type.Types;
import org.jspecify.annotations.Nullable;

/** A request that would be allowed, changed where a test wants it otherwise. */
final class Asking {
  static final CaseNumber CASE = new CaseNumber("330901161710248000216");
  private static final ItemCode ITEM = new ItemCode("11370800MB285591843370117002011");

  private String id = "market-food";
  private CreditCode by = Draft.ISSUER.code();
  private ItemCode item = ITEM;
  private ItemScope items = new ItemScope.Only(Set.of(new ItemCode("370117002011")));
  private Basis basis = new Basis.ByFunction();
  private Set<Basis.Kind> bases = EnumSet.allOf(Basis.Kind.class);
  private Set<String> fields = Set.of();
  private Set<String> granted = Set.of("经营项目", "ZZBH");
  private Grant.Terms terms = Grant.Terms.USUAL;
  private LocalDate from = LocalDate.of(2026, 1, 1);
  private @Nullable LocalDate to;
  private boolean copy;
  private Draft licence = Draft.food("A1");
  private boolean isKnown = true;
  private @Nullable LicenceType type = Types.food();
  private CaseStanding standing = new CaseStanding.Open(ITEM, Set.of(Draft.FIRM.code()));
  private Circumstances.Tally used = new Circumstances.Tally(0, 0);
  private @Nullable List<Grant> grants;
  private Instant at = Draft.NOW;

  static Basis consent(HolderCode holder) {
    return consent(holder, Draft.NOW);
  }

  static Basis consent(HolderCode holder, Instant from) {
    return new Basis.HolderConsent(holder, "AUTH-1", from, from.plusSeconds(3600));
  }

  Asking id(String value) {
    id = value;
    return this;
  }

  Asking by(CreditCode value) {
    by = value;
    return this;
  }

  Asking item(ItemCode value) {
    item = value;
    return this;
  }

  Asking items(ItemScope value) {
    items = value;
    return this;
  }

  Asking basis(Basis value) {
    basis = value;
    return this;
  }

  Asking bases(Set<Basis.Kind> value) {
    bases = value;
    return this;
  }

  Asking fields(Set<String> value) {
    fields = value;
    return this;
  }

  Asking granting(Set<String> value) {
    granted = value;
    return this;
  }

  Asking terms(Grant.Terms value) {
    terms = value;
    return this;
  }

  Asking term(LocalDate first, @Nullable LocalDate last) {
    from = first;
    to = last;
    return this;
  }

  Asking withCopy() {
    copy = true;
    return this;
  }

  Asking licence(Draft value) {
    licence = value;
    return this;
  }

  /** The hub has no licence of this identifier. */
  Asking ofNothing() {
    isKnown = false;
    return this;
  }

  Asking type(@Nullable LicenceType value) {
    type = value;
    return this;
  }

  Asking standing(CaseStanding value) {
    standing = value;
    return this;
  }

  Asking used(Circumstances.Tally value) {
    used = value;
    return this;
  }

  Asking grants(List<Grant> value) {
    grants = value;
    return this;
  }

  Asking at(Instant value) {
    at = value;
    return this;
  }

  Grant grant() {
    return new Grant(
        id,
        Draft.ISSUER.code(),
        "食品经营许可办理",
        items,
        Set.of(Draft.FOOD),
        granted,
        bases,
        terms,
        new Grant.Quota(10, 1000),
        from,
        to);
  }

  UseRequest request() {
    return new UseRequest(by, "zhang.san", item, CASE, "食品经营许可核验", basis, fields, copy);
  }

  UseDecision decide(UseRules rules) {
    return rules.decide(request(), circumstances(), grants == null ? List.of(grant()) : grants, at);
  }

  Optional<Denial> againstComparing(UseRules rules) {
    return rules.againstComparing(
        request(), circumstances(), grants == null ? List.of(grant()) : grants, at);
  }

  private Circumstances circumstances() {
    return new Circumstances(
        licence.licence().identifier().type(),
        isKnown ? licence.licence() : null,
        type,
        standing,
        Map.of(id, used));
  }
}
