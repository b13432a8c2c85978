package licencehub.hub.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import licencehub.hub.share.ShareClients;
import licencehub.hub.witness.WitnessAddress;
import licencehub.model.Text;
import licencehub.model.code.RegionCode;
import licencehub.sharing.followup.FollowUpPolicy;
import org.jspecify.annotations.Nullable;

/**
 * What one hub must know about itself: {@code hub.yaml}. Paths are ready to use.
 *
 * @param id unique among peers; stands in the ledger
 * @param node what this one is called among the hubs that share a library
 * @param data the folder everything durable is in
 * @param search the search index; null when the library finds everything by itself
 * @param broker the embedded broker; null when it is switched off, or one outside stands in for it
 * @param outsideBroker the address of the broker that stands in for the embedded one; null for none
 * @param feed topics events go to; null when they are read over HTTP alone
 * @param backup null when the hub makes no backups by itself
 * @param metrics whether {@code /metrics} answers
 * @param tracing where spans go; null when nothing is traced
 * @param federation how peers reach this hub; null when it has none
 */
public record HubSettings(
    String id,
    String node,
    Text name,
    RegionCode region,
    Http http,
    Path data,
    Keys keys,
    Library library,
    @Nullable SearchSection search,
    @Nullable Broker broker,
    @Nullable String outsideBroker,
    @Nullable FeedSection feed,
    TrustSection trust,
    Tokens tokens,
    Uses uses,
    ShareClients shareClients,
    FollowUpPolicy followUps,
    Limits limits,
    Quarantine quarantine,
    RetentionSection retention,
    @Nullable BackupSection backup,
    List<WitnessAddress> witnesses,
    boolean metrics,
    @Nullable TracingSection tracing,
    @Nullable FederationSection federation,
    Health health) {
  /** The policy of sources that name none; always there. */
  public static final String USUAL_POLICY = "standard";

  /**
   * Where the HTTP edge listens.
   *
   * @param port 0 for any free one
   * @param tls null for plain HTTP
   */
  public record Http(String host, int port, @Nullable Tls tls) {
    /** The address callers use. */
    public String url(int actualPort) {
      String shown = host.equals("0.0.0.0") || host.equals("::") ? "127.0.0.1" : host;
      String bracketed = shown.contains(":") ? "[" + shown + "]" : shown;
      return (tls == null ? "http://" : "https://") + bracketed + ":" + actualPort;
    }
  }

  /**
   * PEM files of the HTTP edge.
   *
   * @param certificate the server's chain, its own certificate first
   * @param key PKCS #8, not encrypted, readable by the owner alone
   * @param clientCa issuers of the certificates clients may connect with; null for none
   */
  public record Tls(Path certificate, Path key, @Nullable Path clientCa) {}

  /**
   * Where the keys of what is stored come from.
   *
   * @param command asks a key service, with its arguments; empty for files in the data folder
   */
  public record Keys(List<String> command) {
    public Keys {
      command = List.copyOf(command);
    }
  }

  /**
   * @param engine the word of a {@code LibraryKind}
   * @param database where an engine on a server keeps its tables; null for an embedded one
   */
  public record Library(String engine, @Nullable DatabaseSection database) {}

  /**
   * The embedded broker.
   *
   * @param amqpPort AMQP 1.0, 0 for any free one; null when it is not offered
   * @param corePort Artemis' own JMS clients, 0 for any free one; null when it is not offered
   * @param tls null when traffic is in the clear
   */
  public record Broker(
      String host,
      @Nullable Integer amqpPort,
      @Nullable Integer corePort,
      @Nullable BrokerTls tls) {}

  /**
   * @param keyStore PKCS #12
   * @param keyStorePassword a file with nothing but the password
   */
  public record BrokerTls(Path keyStore, Path keyStorePassword) {}

  /**
   * Bearer tokens.
   *
   * @param lifetime of the hub's own
   * @param outside an identity service whose tokens count too; null for none
   */
  public record Tokens(Duration lifetime, @Nullable IdentityService outside) {}

  /**
   * An OpenID Connect service.
   *
   * @param issuer as it calls itself in its tokens
   * @param keys where it publishes its keys
   */
  public record IdentityService(String issuer, URI keys) {}

  /**
   * @param life how long a use code counts, if nothing ends it sooner
   */
  public record Uses(Duration life) {}

  /**
   * @param requestBytes of one HTTP request
   * @param documentBytes of one document
   * @param fileBytes of one licence file
   * @param fileOrphans how long a file waits for an event to refer to it
   * @param verificationThreads that judge signatures at once
   * @param wrongComparisons of one licence that an organisation has on a day
   */
  public record Limits(
      int requestBytes,
      int documentBytes,
      long fileBytes,
      Duration fileOrphans,
      int verificationThreads,
      int wrongComparisons) {}

  /** How soon passing faults are tried again: doubling from the first pause to the longest. */
  public record Quarantine(Duration retryFirst, Duration retryMost) {}

  /**
   * @param diskFreeBytes below this the hub is not ready
   * @param sourceSilent how long a source may be silent before it is flagged
   */
  public record Health(long diskFreeBytes, Duration sourceSilent) {}
}
