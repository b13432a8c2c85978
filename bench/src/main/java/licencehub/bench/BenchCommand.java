package licencehub.bench;

import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import licencehub.demo.Play;
import licencehub.demo.stage.Stage;
import licencehub.demo.stage.Stage.Ports;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code licencehub bench}: one run, one table. */
@Command(
    name = "bench",
    description = {
      "在本机测量：启动、引擎、验签、入库、查询，输出 Markdown 表",
      "Measure on this machine: start, engine, verification, ingest, look-ups; prints a Markdown"
          + " table"
    })
final class BenchCommand implements Callable<Integer> {
  @Spec CommandSpec spec = CommandSpec.create();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = {"显示帮助", "show this help"})
  boolean help;

  @Option(
      names = "--records",
      paramLabel = "N",
      defaultValue = "20000",
      description = {"每种方式每轮的记录数", "records for each way in and round"})
  int records = 20_000;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "3",
      description = {"轮数，取中位数", "rounds, of which the median counts"})
  int rounds = 3;

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "PART",
      description = {"只测这些部分：${COMPLETION-CANDIDATES}", "only these parts"})
  List<Part> only = List.of(Part.values());

  @Option(
      names = "--growth",
      paramLabel = "N",
      defaultValue = "0",
      description = {
        "只测库增长到 N 条时每条的开销，不启动枢纽",
        "measure only what a record costs while the library grows to N; starts no hub"
      })
  long growth;

  @Option(
      names = "--exemptions",
      paramLabel = "N",
      defaultValue = "0",
      description = {
        "只测：库中有 N 件证照时，十项材料的免交核验",
        "measure only exemption checks of ten documents, in a hub that has N licences"
      })
  long exemptions;

  @Option(
      names = "--scale",
      split = ",",
      arity = "1",
      paramLabel = "BYTES,INGEST,LOOKUPS",
      description = {
        "只推算全国规模：每条事件的字节数、单节点每秒入库与查询，取自实测",
        "only plan for a country: bytes of an event, and records and look-ups a second of one node,"
            + " as measured"
      })
  List<Double> scale = List.of();

  @Option(
      names = "--regions",
      description = {
        "只模拟：31省、333市、2,844县的枢纽交换持证主体过滤器",
        "only simulate hubs of 31 provinces, 333 cities and 2,844 counties that exchange filters of"
            + " their holders"
      })
  boolean regions;

  @Option(
      names = "--neighbours",
      description = {
        "只测：跨枢纽查询的开销，以及邻居增多时的本地查询",
        "measure only look-ups across two hubs, and local ones as peers are added"
      })
  boolean neighbours;

  @Option(
      names = "--postgres",
      paramLabel = "ADDRESS",
      description = {
        "只测 PostgreSQL：own（自起一个）或 user@host:port/database，口令取自 PGPASSWORD",
        "measure only PostgreSQL: own, for a server of the bench's own, or user@host:port/database,"
            + " with its password in PGPASSWORD"
      })
  @Nullable String postgres;

  @Option(
      names = "--dir",
      paramLabel = "DIR",
      description = {
        "--growth 的库留在此目录，再次执行即续测",
        "keep the library of --growth here; a second run goes on where the first was"
      })
  @Nullable Path dir;

  @Option(
      names = "--elasticsearch",
      paramLabel = "URL",
      description = {"只测重建检索索引", "measure only how fast a search index is made anew"})
  @Nullable URI elasticsearch;

  @Override
  public Integer call() throws Exception {
    System.setProperty("http.maxConnections", Integer.toString(2 * Lookups.CALLERS));
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    Table table = new Table();
    try (ScratchFolder scratch = ScratchFolder.make()) {
      err.println("正在测量 measuring in " + scratch.path());
      err.flush();
      measure(scratch.path(), table, err);
    }
    out.print(table.markdown());
    out.flush();
    return 0;
  }

  private void measure(Path folder, Table table, PrintWriter err) throws Exception {
    if (scale.size() == 3) {
      new Scale(Country.CHINA, new Needs(scale.get(0), scale.get(1), scale.get(2))).print(table);
    } else if (regions) {
      new RegionPlan(Country.CHINA, 2_000_000, 500_000, table).print();
    } else if (neighbours) {
      new NeighbourRun(folder, rounds, table, err).measure();
    } else if (growth > 0) {
      grow(dir == null ? folder : dir, folder, table, err);
    } else if (postgres != null) {
      try (Database database = Database.of(postgres, folder)) {
        new Nodes(folder, database, records, rounds, table, err).measure();
      }
    } else if (elasticsearch != null) {
      new IndexRate(folder, elasticsearch, records, rounds, table, err).measure();
    } else {
      run(folder, table, err);
    }
  }

  private void grow(Path kept, Path folder, Table table, PrintWriter err) throws Exception {
    try (Database database = postgres == null ? null : Database.of(postgres, folder)) {
      Growth measured = new Growth(new Grown(kept, database), table, err);
      measured.warmUp(folder);
      measured.to(growth);
    }
  }

  private void run(Path folder, Table table, PrintWriter err) throws Exception {
    Stage stage = Stage.of(folder, Ports.free(0), 2);
    try (Play play = Play.begin(stage, 0, InstantSource.system())) {
      if (exemptions > 0) {
        new ExemptionRun(play, table, err).among(exemptions, rounds);
      } else {
        new Run(play, records, rounds, table, err).all(parts());
      }
    }
  }

  private Set<Part> parts() {
    Set<Part> parts = EnumSet.noneOf(Part.class);
    parts.addAll(only);
    return parts;
  }
}
