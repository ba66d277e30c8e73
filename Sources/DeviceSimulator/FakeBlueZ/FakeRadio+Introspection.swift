import FitnessMeasure

/// What the objects can do, for programs that ask.
extension FakeRadio {
    /// Methods as name → types of what goes in and what comes out.
    private static let methods: [String: KeyValuePairs<String, (input: [String], output: [String])>] = [
        BlueZNames.adapter: [
            "StartDiscovery": ([], []), "StopDiscovery": ([], []), "SetDiscoveryFilter": (["a{sv}"], []),
            "RemoveDevice": (["o"], []),
        ],
        BlueZNames.device: ["Connect": ([], []), "Disconnect": ([], []), "Pair": ([], [])],
        BlueZNames.agentManager: [
            "RegisterAgent": (["o", "s"], []), "UnregisterAgent": (["o"], []), "RequestDefaultAgent": (["o"], []),
        ],
        BlueZNames.characteristic: [
            "ReadValue": (["a{sv}"], ["ay"]), "WriteValue": (["ay", "a{sv}"], []), "StartNotify": ([], []),
            "StopNotify": ([], []),
        ],
        BlueZNames.properties: [
            "Get": (["s", "s"], ["v"]), "GetAll": (["s"], ["a{sv}"]), "Set": (["s", "s", "v"], []),
        ],
        BlueZNames.objectManager: ["GetManagedObjects": ([], ["a{oa{sa{sv}}}"])],
        BlueZNames.introspectable: ["Introspect": ([], ["s"])],
    ]

    /// XML by the D-Bus specification, with the nodes below.
    func introspection(of path: String) -> String {
        var interfaces: [String: [String: BusValue]] = objects[path] ?? [:]
        interfaces[BlueZNames.introspectable] = [:]
        if objects[path] != nil { interfaces[BlueZNames.properties] = [:] }
        if path == "/" { interfaces[BlueZNames.objectManager] = [:] }
        let parts = interfaces.sorted { $0.key < $1.key }.map { Self.describe($0.key, $0.value) }
        let children = children(of: path).map { "  <node name=\"\($0)\"/>" }
        return """
            <!DOCTYPE node PUBLIC "-//freedesktop//DTD D-BUS Object Introspection 1.0//EN"
              "http://www.freedesktop.org/standards/dbus/1.0/introspect.dtd">
            <node>
            \((parts + children).joined(separator: "\n"))
            </node>
            """
    }

    private func children(of path: String) -> [String] {
        let prefix = path == "/" ? "/" : path + "/"
        let below = objects.keys.filter { $0.hasPrefix(prefix) }
        return Set(below.compactMap { $0.dropFirst(prefix.count).split(separator: "/").first.map(String.init) })
            .sorted()
    }

    private static func describe(_ interface: String, _ properties: [String: BusValue]) -> String {
        let methods = (methods[interface] ?? [:]).map { name, types in
            let arguments =
                types.input.map { "<arg direction=\"in\" type=\"\($0)\"/>" }
                + types.output.map { "<arg direction=\"out\" type=\"\($0)\"/>" }
            return "    <method name=\"\(name)\">\(arguments.joined())</method>"
        }
        let described = properties.sorted { $0.key < $1.key }
            .map { "    <property name=\"\($0.key)\" type=\"\($0.value.typeSignature)\" access=\"read\"/>" }
        return (["  <interface name=\"\(interface)\">"] + methods + described + ["  </interface>"])
            .joined(separator: "\n")
    }
}
