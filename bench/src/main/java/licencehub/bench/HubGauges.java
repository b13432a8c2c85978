package licencehub.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import licencehub.demo.Play;
import licencehub.hub.access.Role;

/** What the hub's process says of itself: processor time, allocation, collections, memory. */
final class HubGauges {
  private final Play play;

  HubGauges(Play play) {
    this.play = play;
  }

  /**
   * @param allocated bytes since the start
   * @param paused seconds of collections since the start
   */
  record Reading(Duration cpu, double allocated, double paused, long nanos) {
    /** Rows about what happened between two readings. */
    void since(Reading before, long records, Table table) {
      double micros = cpu.minus(before.cpu).toNanos() / 1e3 / records;
      double kib = (allocated - before.allocated) / 1024 / records;
      double share = (paused - before.paused) / ((nanos - before.nanos) / 1e9);
      table.row("processor time of the hub per record, HTTP", String.format("%.0f µs", micros), "");
      table.row("allocated by the hub per record, HTTP", String.format("%.0f KiB", kib), "");
      table.row("time in collections, HTTP", String.format("%.1f %%", 100 * share), "");
    }
  }

  Reading read() throws IOException, InterruptedException {
    String metrics = scrape();
    return new Reading(
        ProcessHandle.of(play.hub().pid())
            .flatMap(it -> it.info().totalCpuDuration())
            .orElse(Duration.ZERO),
        sum(metrics, "jvm_gc_memory_allocated_bytes_total"),
        sum(metrics, "jvm_gc_pause_seconds_sum"),
        System.nanoTime());
  }

  /** The most memory the hub's process ever held, where the system tells. */
  String peakMemory() throws IOException {
    Path status = Path.of("/proc/" + play.hub().pid() + "/status");
    return Files.exists(status)
        ? Files.readAllLines(status).stream()
            .filter(it -> it.startsWith("VmHWM"))
            .map(it -> Long.parseLong(it.replaceAll("\\D", "")) / 1024 + " MiB")
            .findFirst()
            .orElse("unknown")
        : "unknown";
  }

  private static double sum(String metrics, String name) {
    return metrics
        .lines()
        .filter(it -> it.startsWith(name + " ") || it.startsWith(name + "{"))
        .mapToDouble(it -> Double.parseDouble(it.substring(it.lastIndexOf(' ') + 1)))
        .sum();
  }

  private String scrape() throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(play.stage().hubUrl() + "/metrics"))
              .header("Authorization", "Bearer " + play.client().token(Role.OPERATOR))
              .build();
      return client.send(request, BodyHandlers.ofString()).body();
    }
  }
}
