package licencehub.library.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.json.jackson.Jackson3JsonpMapper;
import co.elastic.clients.transport.rest_client.RestClientOptions;
import co.elastic.clients.transport.rest_client.RestClientTransport;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import licencehub.library.SearchSettings;
import licencehub.library.SearchSettings.Login;
import licencehub.model.Unavailable;
import org.apache.http.Header;
import org.apache.http.HttpHost;
import org.apache.http.auth.AuthScope;
import org.apache.http.auth.UsernamePasswordCredentials;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.impl.client.BasicCredentialsProvider;
import org.apache.http.impl.nio.client.HttpAsyncClientBuilder;
import org.apache.http.message.BasicHeader;
import org.elasticsearch.client.RequestOptions;
import org.elasticsearch.client.RestClient;
import org.elasticsearch.client.RestClientBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The servers, and what to say when they do not answer. */
final class Cluster implements AutoCloseable {
  static final String NAME = "elasticsearch";
  private static final Logger LOG = LoggerFactory.getLogger(Cluster.class);
  private static final int CONNECT = (int) Duration.ofSeconds(3).toMillis();

  /** How long a whole page of licences may take to be written. */
  private static final int WORK = (int) Duration.ofSeconds(30).toMillis();

  /** How long somebody at a counter should wait to hear that there is no answer. */
  private static final int ANSWER = (int) Duration.ofSeconds(5).toMillis();

  private final RestClient connection;
  private final ElasticsearchClient client;
  private final ElasticsearchClient prompt;

  private Cluster(RestClient connection) {
    this.connection = connection;
    this.client =
        new ElasticsearchClient(new RestClientTransport(connection, new Jackson3JsonpMapper()));
    RequestConfig soon =
        RequestConfig.custom().setConnectTimeout(CONNECT).setSocketTimeout(ANSWER).build();
    this.prompt =
        client.withTransportOptions(
            new RestClientOptions(
                RequestOptions.DEFAULT.toBuilder().setRequestConfig(soon).build(), false));
  }

  /** A question to the servers. */
  interface Question<T> {
    T ask(ElasticsearchClient client) throws IOException;
  }

  /**
   * Connects when first asked.
   *
   * @throws Unavailable when the authority's file cannot be read
   */
  static Cluster of(SearchSettings settings) {
    HttpHost[] hosts = settings.addresses().stream().map(Cluster::host).toArray(HttpHost[]::new);
    RestClientBuilder builder =
        RestClient.builder(hosts)
            .setRequestConfigCallback(it -> it.setConnectTimeout(CONNECT).setSocketTimeout(WORK))
            .setHttpClientConfigCallback(it -> secured(it, settings));
    if (settings.login() instanceof Login.ApiKey it) {
      Header header = new BasicHeader("Authorization", "ApiKey " + it.key());
      builder.setDefaultHeaders(new Header[] {header});
    }
    return new Cluster(builder.build());
  }

  /**
   * @throws Unavailable when no server answers, or the one that does refuses
   */
  <T> T ask(Question<T> question) {
    return asked(client, question);
  }

  /** The same for somebody who waits for the answer. */
  <T> T askSoon(Question<T> question) {
    return asked(prompt, question);
  }

  private static <T> T asked(ElasticsearchClient client, Question<T> question) {
    try {
      return question.ask(client);
    } catch (ElasticsearchException e) {
      boolean isStranger = e.status() == 401 || e.status() == 403;
      throw unavailable(
          (isStranger ? "不接受本枢纽的身份 it does not take the hub's login: " : "")
              + "HTTP "
              + e.status()
              + " "
              + e.error().type(),
          e);
    } catch (IOException e) {
      throw unavailable("连不上或没有应答 it does not answer: " + e.getMessage(), e);
    }
  }

  static Unavailable unavailable(String cause, Exception e) {
    return new Unavailable(NAME, cause, e);
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (IOException e) {
      LOG.warn("the connection to {} was not closed", NAME, e);
    }
  }

  private static HttpHost host(URI address) {
    return new HttpHost(address.getHost(), address.getPort(), address.getScheme());
  }

  private static HttpAsyncClientBuilder secured(
      HttpAsyncClientBuilder client, SearchSettings settings) {
    if (settings.login() instanceof Login.Password(String user, String password)) {
      BasicCredentialsProvider known = new BasicCredentialsProvider();
      known.setCredentials(AuthScope.ANY, new UsernamePasswordCredentials(user, password));
      client.setDefaultCredentialsProvider(known);
    }
    return settings.authority() == null
        ? client
        : client.setSSLContext(Authority.trusting(settings.authority()));
  }
}
