package licencehub.library;

import static java.util.stream.Collectors.joining;

import licencehub.model.event.Event;
import licencehub.model.event.Holder;
import licencehub.model.event.Organisation;
import licencehub.model.event.Statement;
import licencehub.model.event.Statement.CaseStep;
import licencehub.model.event.Statement.LicenceContent;
import licencehub.model.event.Statement.LicenceStatusChange;
import licencehub.model.event.Statement.LicenceUse;
import licencehub.model.event.Statement.UseObtained;
import licencehub.model.event.Statement.UseRecall;

/** Writes canonical documents about licences, as departments would have them. */
final class LicenceDocument {
  private LicenceDocument() {}

  static String of(Event event, String remark) {
    return """
        {"specversion":"1.0","id":"%s","source":"/sources/%s","type":"%s","subject":"%s",\
        "time":"%s","recordversion":%d,"datacontenttype":"application/json","data":{\
        "identifier":"%s","issuer":%s,"region":"440300",%s,"remark":"%s"}}"""
        .formatted(
            event.id(),
            event.source(),
            event.type().wire(),
            event.subject(),
            event.time(),
            event.version(),
            event.subject(),
            json(event.statement().speaker()),
            particulars(event.statement()),
            remark);
  }

  private static String particulars(Statement statement) {
    return switch (statement) {
      case LicenceContent it -> content(it);
      case LicenceStatusChange it -> "\"effectiveOn\":\"%s\"".formatted(it.effectiveOn());
      case CaseStep it -> throw new IllegalArgumentException("not about a licence");
      case LicenceUse it -> throw new IllegalArgumentException("not about a licence");
      case UseObtained it -> throw new IllegalArgumentException("not about a licence");
      case UseRecall it -> throw new IllegalArgumentException("not about a licence");
      case Statement.LicenceExpiry it -> throw new IllegalArgumentException("states no licence");
      case Statement.JointStep it -> throw new IllegalArgumentException("not about a licence");
      case Statement.FollowUpStep it -> throw new IllegalArgumentException("not about a licence");
    };
  }

  private static String content(LicenceContent it) {
    return """
        "name":"%s","number":"%s","issuedOn":"%s","validFrom":"%s","validTo":%s,"holders":[%s],\
        "items":{"经营场所":"深圳市福田区深南大道1006号","主体业态":"餐饮服务经营者",\
        "经营项目":"热食类食品制售"},"replaces":%s"""
        .formatted(
            it.name(),
            it.number(),
            it.issuedOn(),
            it.validFrom(),
            it.validTo() == null ? "null" : "\"" + it.validTo() + "\"",
            it.holders().stream().map(LicenceDocument::json).collect(joining(",")),
            it.replaces() == null ? "null" : "\"" + it.replaces() + "\"");
  }

  private static String json(Organisation it) {
    return "{\"code\":\"%s\",\"name\":\"%s\"}".formatted(it.code(), it.name());
  }

  private static String json(Holder it) {
    return "{\"name\":\"%s\",\"codeType\":\"%s\",\"code\":\"%s\"}"
        .formatted(it.name(), it.code().type().code(), it.code().value());
  }
}
