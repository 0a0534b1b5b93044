using System.Diagnostics;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;
using VirglHost.VirtioGpu.Wire;

namespace VirglHost.VirtioGpu.Tests;

public sealed class WireLayoutTests
{
    private static readonly (Type Type, string Name)[] _structs =
    [
        (typeof(ControlHeader), "virtio_gpu_ctrl_hdr"),
        (typeof(WireRect), "virtio_gpu_rect"),
        (typeof(WireBox), "virtio_gpu_box"),
        (typeof(CursorPosition), "virtio_gpu_cursor_pos"),
        (typeof(ResourceCreate2dCommand), "virtio_gpu_resource_create_2d"),
        (typeof(ResourceCreate3dCommand), "virtio_gpu_resource_create_3d"),
        (typeof(ResourceUnrefCommand), "virtio_gpu_resource_unref"),
        (typeof(ResourceAttachBackingCommand), "virtio_gpu_resource_attach_backing"),
        (typeof(ResourceDetachBackingCommand), "virtio_gpu_resource_detach_backing"),
        (typeof(MemoryEntry), "virtio_gpu_mem_entry"),
        (typeof(TransferToHost2dCommand), "virtio_gpu_transfer_to_host_2d"),
        (typeof(TransferHost3dCommand), "virtio_gpu_transfer_host_3d"),
        (typeof(SetScanoutCommand), "virtio_gpu_set_scanout"),
        (typeof(ResourceFlushCommand), "virtio_gpu_resource_flush"),
        (typeof(UpdateCursorCommand), "virtio_gpu_update_cursor"),
        (typeof(GetCapsetInfoCommand), "virtio_gpu_get_capset_info"),
        (typeof(CapsetInfoResponse), "virtio_gpu_resp_capset_info"),
        (typeof(GetCapsetCommand), "virtio_gpu_get_capset"),
        (typeof(GetEdidCommand), "virtio_gpu_cmd_get_edid"),
        (typeof(GpuConfig), "virtio_gpu_config"),
        (typeof(ContextCreateCommand), "virtio_gpu_ctx_create"),
        (typeof(ContextResourceCommand), "virtio_gpu_ctx_resource"),
        (typeof(SubmitCommand), "virtio_gpu_cmd_submit"),
        (typeof(DisplayMode), "virtio_gpu_display_one"),
        (typeof(DisplayInfoResponse), "virtio_gpu_resp_display_info"),
        (typeof(EdidResponse), "virtio_gpu_resp_edid"),
        (typeof(ResourceCreateBlobCommand), "virtio_gpu_resource_create_blob"),
        (typeof(SetScanoutBlobCommand), "virtio_gpu_set_scanout_blob"),
        (typeof(ResourceAssignUuidCommand), "virtio_gpu_resource_assign_uuid"),
        (typeof(ResourceUuidResponse), "virtio_gpu_resp_resource_uuid"),
    ];

    private static readonly Dictionary<string, string> _irregularNames = new()
    {
        ["Header"] = "hdr", ["Rect"] = "r", ["Position"] = "pos", ["Address"] = "addr", ["EntryCount"] = "nr_entries", ["NameLength"] = "nlen",
        ["Modes"] = "pmodes", ["ContextId"] = "ctx_id", ["RingIndex"] = "ring_idx", ["Padding0"] = "padding[0]", ["Padding1"] = "padding[1]",
        ["Padding2"] = "padding[2]",
    };

    [Theory]
    [InlineData(typeof(ControlHeader), 24)]
    [InlineData(typeof(ResourceCreate2dCommand), 40)]
    [InlineData(typeof(ResourceUnrefCommand), 32)]
    [InlineData(typeof(SetScanoutCommand), 48)]
    [InlineData(typeof(ResourceFlushCommand), 48)]
    [InlineData(typeof(TransferToHost2dCommand), 56)]
    [InlineData(typeof(ResourceAttachBackingCommand), 32)]
    [InlineData(typeof(MemoryEntry), 16)]
    [InlineData(typeof(ContextCreateCommand), 96)]
    [InlineData(typeof(ResourceCreate3dCommand), 72)]
    [InlineData(typeof(TransferHost3dCommand), 72)]
    [InlineData(typeof(SubmitCommand), 32)]
    [InlineData(typeof(UpdateCursorCommand), 56)]
    [InlineData(typeof(DisplayInfoResponse), 408)]
    [InlineData(typeof(EdidResponse), 1056)]
    [InlineData(typeof(CapsetInfoResponse), 40)]
    [InlineData(typeof(GpuConfig), 16)]
    public void Struct_has_the_size_of_the_specification(Type type, int sizeInBytes) => Assert.Equal(sizeInBytes, SizeOf(type));

    [Fact]
    public void Structs_and_numbers_agree_with_the_kernel_header()
    {
        if (!File.Exists("/usr/include/linux/virtio_gpu.h") || !File.Exists("/usr/bin/gcc")) Assert.Skip("gcc or linux/virtio_gpu.h is not installed");
        var source = new StringBuilder("#include <stddef.h>\n#include <linux/virtio_gpu.h>\n");
        foreach ((Type type, string name) in _structs)
        {
            string c = $"struct {name}";
            source.AppendLine($"_Static_assert(sizeof({c}) == {SizeOf(type)}, \"sizeof {name}\");");
            foreach (FieldInfo field in type.GetFields(BindingFlags.Instance | BindingFlags.Public))
            {
                string member = _irregularNames.GetValueOrDefault(field.Name) ?? ToSnakeCase(field.Name);
                source.AppendLine(
                    $"_Static_assert(offsetof({c}, {member}) == {Marshal.OffsetOf(type, field.Name)}, \"offset of {name}.{member}\");");
            }
        }

        foreach ((ControlType value, string name) in Numbers()) source.AppendLine($"_Static_assert({name} == 0x{(uint)value:x}, \"{name}\");");
        Assert.Equal("", Compile(source.ToString()));
    }

    private static IEnumerable<(ControlType Value, string Name)> Numbers()
    {
        yield return (ControlType.GetDisplayInfo, "VIRTIO_GPU_CMD_GET_DISPLAY_INFO");
        yield return (ControlType.GetEdid, "VIRTIO_GPU_CMD_GET_EDID");
        yield return (ControlType.ResourceAssignUuid, "VIRTIO_GPU_CMD_RESOURCE_ASSIGN_UUID");
        yield return (ControlType.SetScanoutBlob, "VIRTIO_GPU_CMD_SET_SCANOUT_BLOB");
        yield return (ControlType.ContextCreate, "VIRTIO_GPU_CMD_CTX_CREATE");
        yield return (ControlType.Submit3d, "VIRTIO_GPU_CMD_SUBMIT_3D");
        yield return (ControlType.ResourceUnmapBlob, "VIRTIO_GPU_CMD_RESOURCE_UNMAP_BLOB");
        yield return (ControlType.MoveCursor, "VIRTIO_GPU_CMD_MOVE_CURSOR");
        yield return (ControlType.OkResourceUuid, "VIRTIO_GPU_RESP_OK_RESOURCE_UUID");
        yield return (ControlType.OkEdid, "VIRTIO_GPU_RESP_OK_EDID");
        yield return (ControlType.ErrorUnspecified, "VIRTIO_GPU_RESP_ERR_UNSPEC");
        yield return (ControlType.ErrorInvalidParameter, "VIRTIO_GPU_RESP_ERR_INVALID_PARAMETER");
    }

    private static string ToSnakeCase(string name) => Regex.Replace(name, "(?<=[a-z0-9])([A-Z])", "_$1").ToLowerInvariant();

    private static int SizeOf(Type type) =>
        (int)typeof(Unsafe).GetMethod(nameof(Unsafe.SizeOf))!.MakeGenericMethod(type).Invoke(null, null)!;

    private static string Compile(string source)
    {
        string path = Path.Combine(Path.GetTempPath(), $"virtio-gpu-layout-{Environment.ProcessId}.c");
        File.WriteAllText(path, source);
        try
        {
            using Process gcc = Process.Start(new ProcessStartInfo("gcc", ["-fsyntax-only", path]) { RedirectStandardError = true })!;
            string errors = gcc.StandardError.ReadToEnd();
            gcc.WaitForExit();
            return gcc.ExitCode == 0 ? "" : errors;
        }
        finally
        {
            File.Delete(path);
        }
    }
}
