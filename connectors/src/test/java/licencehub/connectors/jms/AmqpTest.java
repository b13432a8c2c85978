package licencehub.connectors.jms;

/** Over AMQP 1.0. */
class AmqpTest extends QueueContract {
  @Override
  String url() {
    return BROKER.url("amqp");
  }
}
