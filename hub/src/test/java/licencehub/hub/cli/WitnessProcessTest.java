package licencehub.hub.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import licencehub.hub.Main;
import licencehub.ledger.AddCheckpoint;
import licencehub.ledger.CheckpointSigner;
import licencehub.ledger.WitnessKey;
import licencehub.model.Digest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./licencehub witness} as a process of its own. */
class WitnessProcessTest {
  private static final Digest ROOT = Digest.of("a ledger".getBytes(UTF_8));
  @TempDir Path folder;

  @Test
  void it_tells_its_keys_cosigns_and_remembers_after_it_was_started_again() throws Exception {
    SecureRandom random = new SecureRandom();
    CheckpointSigner ledger =
        CheckpointSigner.open("hub.example/ledger", folder.resolve("ledger.pem"), random);
    Path keys = folder.resolve("ledger.keys");
    Files.writeString(
        keys, ledger.verifierKeys().stream().map(it -> it + "\n").collect(Collectors.joining()));
    String note = ledger.sign(2, ROOT).note();
    try (Running witness = Running.start(folder.resolve("witness"), keys)) {
      HttpResponse<String> answer = witness.tell(new AddCheckpoint(0, List.of(), note));
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      String cosigned = note + answer.body();
      assertThat(witness.keys())
          .hasSize(2)
          .allSatisfy(
              it ->
                  assertThat(WitnessKey.parse(it).cosignedAt(cosigned.getBytes(UTF_8)))
                      .isPresent());
    }
    try (Running again = Running.start(folder.resolve("witness"), keys)) {
      String earlier = ledger.sign(1, ROOT).note();
      assertThat(again.tell(new AddCheckpoint(1, List.of(), earlier)).body()).contains("倒退");
      String split = ledger.sign(2, Digest.of("another".getBytes(UTF_8))).note();
      assertThat(again.tell(new AddCheckpoint(2, List.of(), split)).statusCode()).isEqualTo(409);
    }
  }

  /** A witness that runs; closing it asks it to stop, as a service manager does. */
  private record Running(Process process, List<String> keys, String address)
      implements AutoCloseable {
    private static final String READY = "Ready at ";

    static Running start(Path folder, Path keys) throws IOException {
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  Main.class.getName(),
                  "witness",
                  "--name",
                  "witness.example",
                  "--folder",
                  folder.toString(),
                  "--keys",
                  keys.toString())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      List<String> told = new ArrayList<>();
      BufferedReader out = process.inputReader(UTF_8);
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        if (line.contains(READY)) {
          String address = line.substring(line.indexOf(READY) + READY.length()).strip();
          return new Running(process, told, address);
        }
        told.add(line);
      }
      throw new AssertionError("a witness that never was ready: " + told);
    }

    HttpResponse<String> tell(AddCheckpoint asked) throws IOException, InterruptedException {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(address + "add-checkpoint"))
              .POST(BodyPublishers.ofByteArray(asked.bytes()))
              .build();
      try (HttpClient client = HttpClient.newHttpClient()) {
        return client.send(request, BodyHandlers.ofString());
      }
    }

    @Override
    public void close() throws InterruptedException {
      process.destroy();
      assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    }
  }
}
