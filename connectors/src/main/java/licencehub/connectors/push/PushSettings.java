package licencehub.connectors.push;

/**
 * @param capacity records held at the most; more are refused with 429 until some are filed
 */
record PushSettings(int capacity) {}
