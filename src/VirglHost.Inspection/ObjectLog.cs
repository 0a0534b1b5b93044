using VirglHost.CommandStream;
using VirglHost.CommandStream.Objects;
using VirglHost.Rendering;

namespace VirglHost.Inspection;

/// <summary>Follows objects from CREATE_OBJECT to DESTROY_OBJECT.</summary>
internal sealed class ObjectLog(InspectionBooks books)
{
    private int _declared = -1;

    /// <summary>Makes the thing before its line is written, so that the line can name it.</summary>
    public void Declare(in ObservedCommand command)
    {
        _declared = -1;
        if (command.Body.IsEmpty)
            return;
        uint handle = command.Body[0];
        bool isMore = command.Header.ObjectType == VirglObjectType.Shader && ShaderObject.TryDecode(command.Body, out ShaderObject packet) && packet.IsContinuation;
        _declared = isMore
            ? books.Handles.FindObject(command.ContextId, command.SubContextId, handle)
            : books.Handles.AddObject(command.ContextId, command.SubContextId, handle, command.Header.ObjectType);
    }

    /// <summary>An object was made.</summary>
    public void Create(in ObservedCommand command, int row)
    {
        if (row < 0)
            Declare(command);
        if (_declared < 0)
            return;
        Definition thing = books.Handles.Definitions[_declared];
        if (thing.Fields.Length == 0)
        {
            thing.CreatedBy = row;
            FieldWriter fields = books.Fields.Begin(command.ContextId, command.SubContextId);
            DescriptionTable.TryDescribe(command.Header, command.Body, fields);
            string prefix = $"{thing.Kind} · #{thing.Handle}";
            thing.Label = fields.Summary.StartsWith(prefix, StringComparison.Ordinal) ? fields.Summary[prefix.Length..].TrimStart(' ', '·') : fields.Summary;
            thing.Fields = fields.End();
        }

        Complete(command, thing);
    }

    /// <summary>An object's handle was given up.</summary>
    public void Destroy(in ObservedCommand command, int row)
    {
        int number = books.Handles.RemoveObject(command.ContextId, command.SubContextId, command.Body[0]);
        if (number >= 0)
            books.Handles.Definitions[number].DestroyedBy = row;
    }

    /// <summary>What the page shows beside an object's own fields.</summary>
    private void Complete(in ObservedCommand command, Definition thing)
    {
        if (SurfaceObject.TryDecode(command.Body, out SurfaceObject surface) && command.Header.ObjectType == VirglObjectType.Surface)
        {
            thing.Target = new TargetPlace(surface.ResourceHandle, books.Handles.FindResource(surface.ResourceHandle), (int)Math.Min(surface.Level, int.MaxValue), (int)surface.FirstLayer, (int)surface.LastLayer);
            thing.Label = $"{LabelOf(surface.ResourceHandle)} as {ProtocolName.Of(surface.Format)}";
        }
        else if (SamplerViewObject.TryDecode(command.Body, out SamplerViewObject view) && command.Header.ObjectType == VirglObjectType.SamplerView)
        {
            thing.Label = $"{LabelOf(view.ResourceHandle)} as {ProtocolName.Of(view.Format)}";
        }
        else if (ShaderObject.TryDecode(command.Body, out ShaderObject shader) && command.Header.ObjectType == VirglObjectType.Shader)
        {
            int text = books.Texts.Accept(_declared, shader);
            thing.Text = text;
            thing.Label = text < 0 ? $"{ProtocolName.Of(shader.Stage)}, not whole yet" : $"{ProtocolName.Of(shader.Stage)}, {books.Texts.Texts[text].Lines} lines";
        }
    }

    private string LabelOf(uint resource)
    {
        int number = books.Handles.FindResource(resource);
        return number < 0 ? $"res {resource}" : $"res {resource} {books.Handles.Definitions[number].Label}";
    }
}
