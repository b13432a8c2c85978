package licencehub.sharing.exemption;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import licencehub.model.Text;
import licencehub.model.event.Holder;
import licencehub.sharing.Licence;
import licencehub.sharing.item.Acceptance;
import licencehub.sharing.item.FieldRule;
import licencehub.sharing.item.Parties;

/** Holds one licence against one way of accepting it. */
record Examination(Acceptance acceptance, Parties parties, LocalDate day) {
  /**
   * Everything against the licence; empty when it stands in for the document. Of a licence somebody
   * else holds nothing further is said.
   */
  List<Objection> objections(Licence licence) {
    Optional<Holder> holder = parties.find(acceptance.holder());
    if (holder.isEmpty() || !licence.isHeldBy(holder.get().code())) {
      Text wanted = acceptance.holder().text();
      return List.of(
          Objection.of(
              licence.identifier(),
              Obstacle.OTHER_HOLDER,
              Text.of("应由" + wanted.zh() + "持有", "the " + wanted.en() + " must hold it")));
    }
    List<Objection> objections = new ArrayList<>();
    standing(licence, objections);
    if (acceptance.regions().stream().noneMatch(it -> it.covers(licence.region()))
        && !acceptance.regions().isEmpty()) {
      String region = licence.region().text();
      objections.add(
          Objection.of(
              licence.identifier(), Obstacle.REGION_NOT_ACCEPTED, Text.of(region, region)));
    }
    acceptance.fields().forEach(it -> field(it, licence, objections));
    return objections;
  }

  private void standing(Licence licence, List<Objection> objections) {
    Optional<Obstacle> obstacle = Obstacle.of(licence.standingOn(day));
    long left = licence.term().daysLeft(day);
    if (obstacle.isPresent()) {
      objections.add(Objection.of(licence.identifier(), obstacle.get(), licence.term().end()));
    } else if (left < acceptance.remainingDays()) {
      objections.add(
          Objection.of(
              licence.identifier(),
              Obstacle.ENDS_TOO_SOON,
              Text.of(
                  "还有" + left + "天，需要" + acceptance.remainingDays() + "天",
                  left + " days are left, " + acceptance.remainingDays() + " are needed")));
    }
  }

  private void field(FieldRule rule, Licence licence, List<Objection> objections) {
    if (licence.values(rule.field()).isEmpty()) {
      objections.add(
          Objection.of(
              licence.identifier(), Obstacle.FIELD_ABSENT, Text.of(rule.field(), rule.field())));
    } else if (!rule.admits(licence, parties, day)) {
      objections.add(
          Objection.of(
              licence.identifier(),
              Obstacle.FIELD_NOT_ACCEPTED,
              Text.of(rule.field() + rule.text().zh(), rule.field() + " " + rule.text().en())));
    }
  }
}
