package licencehub.hub.cli;

import java.util.List;
import licencehub.library.Entry;
import licencehub.model.Fault;
import licencehub.model.Text;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Shows what a dry run came to: how far records came, each one masked, and the proof. */
final class DryRunTalk {
  private final Talk talk;
  private final OutputOption output;

  DryRunTalk(Talk talk, OutputOption output) {
    this.talk = talk;
    this.output = output;
  }

  void show(DryRunReport report) {
    if (output.isJson()) {
      output.print(talk.out(), new Table(""), json(report));
    } else {
      stops(report.judgement());
      records(report.judgement().entries());
    }
    conclude(report);
  }

  private void stops(Judgement judgement) {
    Table table = new Table("环节 STEP", "到达 REACHED", "通过 PASSED", "未过 FAILED");
    for (Judgement.Stop stop : Judgement.Stop.values()) {
      int reached = judgement.reached(stop);
      int passed = judgement.passed(stop);
      table.row(stop.text(), reached, passed, reached - passed);
    }
    table.print(talk.out());
    talk.out().println();
  }

  private void records(List<Entry> entries) {
    Table table = new Table("位置 LOCATOR", "结论 VERDICT", "内容（已脱敏）MASKED");
    for (Entry entry : entries) {
      table.row(entry.original().locator(), verdict(entry), content(entry));
    }
    table.print(talk.out());
  }

  private String verdict(Entry entry) {
    return switch (entry) {
      case Entry.Filing it -> "可接收 fit";
      case Entry.Rejection it ->
          String.join(" ", it.faults().stream().map(f -> f.reason().code()).distinct().toList());
    };
  }

  private static String content(Entry entry) {
    return switch (entry) {
      case Entry.Filing it -> Mask.document(it.document());
      case Entry.Rejection it ->
          String.join("；", it.faults().stream().map(DryRunTalk::shown).toList());
    };
  }

  private static String shown(Fault fault) {
    return (fault.path().isEmpty() ? "" : fault.path() + " ") + fault.detail();
  }

  private void conclude(DryRunReport report) {
    if (!report.compared()) {
      talk.say(
          Text.of(
              "试连未完成：见上面失败的一步。", "The dry run did not get to its end: see the step that failed."));
    } else if (report.changes().isEmpty()) {
      talk.err().println(talk.green("源端未作任何改动 nothing changed at the source"));
    } else {
      talk.err().println(talk.red("源端前后不一致 the source is not as it was:"));
      report.changes().forEach(it -> talk.err().println("  " + it));
      talk.say(
          Text.of(
              "若枢纽正在运行或部门正在改数据，请停下后再试。",
              "If the hub is running or the department is changing data, stop that and try"
                  + " again."));
    }
    talk.err().flush();
  }

  private ObjectNode json(DryRunReport report) {
    ObjectNode json = Json.object();
    json.put("exit", report.exit().code());
    ArrayNode steps = json.putArray("steps");
    for (LiveProbe.Done step : report.steps()) {
      ObjectNode one = steps.addObject();
      Json.put(one, "name", step.name());
      one.put("passed", step.passed()).put("millis", step.took().toMillis());
      one.put("found", step.found());
    }
    ArrayNode records = json.putArray("records");
    for (Entry entry : report.judgement().entries()) {
      records
          .addObject()
          .put("locator", entry.original().locator())
          .put("verdict", entry instanceof Entry.Filing ? "fit" : verdict(entry))
          .put("masked", content(entry));
    }
    ArrayNode changes = json.putArray("changes");
    report.changes().forEach(it -> changes.add(it.toString()));
    json.put("unchanged", report.compared() && report.changes().isEmpty());
    return json;
  }
}
