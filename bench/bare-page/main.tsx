import { createRoot } from 'react-dom/client';

// React and fifty rows, nothing else: what any page in this Electron costs.
function BarePage() {
  return (
    <table>
      <tbody>
        {Array.from({ length: 50 }, (_, row) => (
          // oxlint-disable-next-line react/no-array-index-key -- the rows never change
          <tr key={row}>
            <td>{row + 1}</td>
            <td>值班记录第{row + 1}行</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

createRoot(document.getElementById('root') as HTMLElement).render(<BarePage />);
