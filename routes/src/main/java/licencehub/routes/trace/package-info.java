/** What the hub tells of its own work as spans of OpenTelemetry; nothing in them is personal. */
@org.jspecify.annotations.NullMarked
package licencehub.routes.trace;
